package dev.perfreview.python.rules;

import dev.perfreview.python.Arguments;
import dev.perfreview.python.MethodCall;
import dev.perfreview.python.PythonModel;
import dev.perfreview.rule.Certainty;
import dev.perfreview.rule.Concern;
import dev.perfreview.rule.Cost;
import dev.perfreview.rule.Finding;
import dev.perfreview.rule.FixAvailability;
import dev.perfreview.rule.Rule;
import dev.perfreview.rule.RuleInfo;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxNode;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A lock of threads, processes or coroutines taken where a path that serves runs. */
public final class AddedLock implements Rule<PythonModel> {

  private static final RuleInfo INFO = new RuleInfo(
    "added-lock",
    Language.PYTHON,
    "a lock taken on a hot path",
    Cost.CONTENTION,
    FixAvailability.NONE,
    Set.of("with_item", "call")
  )
    .about(Concern.LOCK)
    .onlyInChanges();

  private static final Set<String> MODULES = Set.of("threading", "multiprocessing", "asyncio");

  private static final Set<String> LOCKS = Set.of("Lock", "RLock", "Condition", "Semaphore", "BoundedSemaphore");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(SyntaxNode node, PythonModel model, Consumer<Finding> findings) {
    SyntaxNode lock = lockIn(node);
    if (lock == null || node.enclosing("function_definition") == null) {
      return;
    }
    String type = model.types().typeOf(lock).name();
    int dot = type.lastIndexOf('.');
    if (dot < 0 || !LOCKS.contains(type.substring(dot + 1)) || !MODULES.contains(type.substring(0, dot))) {
      return;
    }
    String message = "`%s` is taken here: " + meaningOf(type);
    findings.accept(Finding.at(lock, message.formatted(CodeSummary.of(lock))).withCertainty(Certainty.PRESUMED));
  }

  private static String meaningOf(String type) {
    if (type.endsWith("Semaphore")) {
      return "once its slots are all taken, whoever comes this way waits in line";
    }
    return type.startsWith("asyncio.")
      ? "while one coroutine holds it, all others that come this way wait in line"
      : "this path waits for whichever thread holds it, and a holder that waits for the GIL holds it longer";
  }

  /** The expression that a {@code with} or a call of {@code acquire} takes. */
  private static @Nullable SyntaxNode lockIn(SyntaxNode node) {
    if (node.is("with_item")) {
      SyntaxNode value = node.field("value");
      return value != null && value.isAny("identifier", "attribute") ? value : null;
    }
    MethodCall call = MethodCall.of(node);
    return call != null && call.name().equals("acquire") && !isTrial(call) ? call.object() : null;
  }

  /** {@code lock.acquire(blocking=False)}, which waits for nobody. */
  private static boolean isTrial(MethodCall call) {
    SyntaxNode blocking = Arguments.of(call.call()).parameter(0, "blocking");
    return blocking != null && blocking.is("false");
  }
}
