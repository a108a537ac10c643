package dev.perfreview.python.effects;

import dev.perfreview.python.PythonModel;
import dev.perfreview.syntax.SyntaxNode;
import org.jspecify.annotations.Nullable;

/** Tells of calls in a file whether they keep their thread waiting. */
public final class BlockingEffects {

  private static final int LONGEST_CODE = 60;

  private BlockingEffects() {}

  /** How a {@code call} blocks; nothing when it does not, or when its receiver's type is not known. */
  public static @Nullable BlockingOperation of(SyntaxNode call, PythonModel model) {
    SyntaxNode function = call.field("function");
    if (function == null || !function.isAny("identifier", "attribute")) {
      return null;
    }
    String name = model.names().of(function);
    BlockingOperation operation = name == null ? null : BlockingCalls.function(name).orElse(null);
    if (operation != null) {
      return new WaitCondition(model).returnsAtOnce(call, null, methodOf(function)) ? null : operation;
    }
    SyntaxNode receiver = function.field("object");
    String method = methodOf(function);
    if (receiver == null || !BlockingCalls.isMethodOfAny(method)) {
      return null;
    }
    operation = BlockingCalls.method(model.types().typeOf(receiver).name(), method).orElse(null);
    return operation == null || new WaitCondition(model).returnsAtOnce(call, receiver, method) ? null : operation;
  }

  /** Whether {@code with lock:} waits for a thread, by the type of the lock. */
  public static boolean locksThread(String type) {
    return BlockingCalls.method(type, "acquire").isPresent();
  }

  /** Code in one line, its end where it is long. */
  public static String shortened(String code) {
    String line = code.replaceAll("\\s+", " ");
    return line.length() <= LONGEST_CODE ? line : "…" + line.substring(line.length() - LONGEST_CODE + 1);
  }

  private static String methodOf(SyntaxNode function) {
    SyntaxNode name = function.is("attribute") ? function.field("attribute") : function;
    return name == null ? "" : name.text();
  }
}
