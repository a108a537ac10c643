package dev.perfreview.rust.copies;

import dev.perfreview.rust.Calls;
import dev.perfreview.rust.CopyCost;
import dev.perfreview.rust.RustModel;
import dev.perfreview.rust.RustType;
import dev.perfreview.rust.values.SourcePlace;
import dev.perfreview.syntax.SyntaxNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A copy of a value: {@code x.clone()}, {@code xs.to_vec()}, {@code map.get(key).cloned()}.
 *
 * @param call the whole expression
 * @param source what is copied
 * @param method the name of the method
 */
public record ClonedValue(SyntaxNode call, SyntaxNode source, String method) {
  private static final Set<String> METHODS = Set.of("clone", "cloned", "to_vec");
  private static final int LONGEST_SUBJECT = 50;

  /** The copy that a call makes; nothing when it is none. */
  public static @Nullable ClonedValue of(SyntaxNode call) {
    String method = Calls.nameOf(call);
    SyntaxNode source = method == null || !METHODS.contains(method) ? null : Calls.receiverOf(call);
    return method == null || source == null || !Calls.argumentsOf(call).isEmpty()
      ? null
      : new ClonedValue(call, source, method);
  }

  /** The type of the copy; nothing when the file does not tell. */
  public @Nullable RustType type(RustModel model) {
    return model.typeOf(call);
  }

  /** What it takes to make the copy. */
  public CopyCost cost(RustModel model) {
    RustType type = type(model);
    if (method.equals("to_vec")) {
      return CopyCost.LARGE;
    }
    return type == null || type.is(RustType.ITERATOR) ? CopyCost.UNKNOWN : model.copyCostOf(type);
  }

  /** Whether the copy allocates for certain. */
  public boolean allocates(RustModel model) {
    return cost(model).allocates();
  }

  /** The place that is copied; nothing when the copied value is computed. */
  public @Nullable SourcePlace place(RustModel model) {
    return SourcePlace.of(source, model);
  }

  /** The copy as it is named in a message. */
  public String subject() {
    String code = call.text();
    return code.length() > LONGEST_SUBJECT || code.indexOf('\n') >= 0 ? "this copy" : "`" + code + "`";
  }
}
