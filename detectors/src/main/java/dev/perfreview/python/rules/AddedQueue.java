package dev.perfreview.python.rules;

import dev.perfreview.python.Arguments;
import dev.perfreview.python.Binding;
import dev.perfreview.python.MethodCall;
import dev.perfreview.python.PythonModel;
import dev.perfreview.python.Scope;
import dev.perfreview.python.Variable;
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

/** A queue without a bound made, or filled, each time a path that serves runs. */
public final class AddedQueue implements Rule<PythonModel> {

  private static final RuleInfo INFO = new RuleInfo(
    "added-queue",
    Language.PYTHON,
    "a queue without a bound made or filled on a hot path",
    Cost.GROWTH,
    FixAvailability.NONE,
    Set.of("call")
  )
    .about(Concern.MEMORY)
    .onlyInChanges();

  private static final Set<String> PUTS = Set.of("put", "put_nowait");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(SyntaxNode node, PythonModel model, Consumer<Finding> findings) {
    MethodCall call = MethodCall.of(node);
    if (call != null && PUTS.contains(call.name())) {
      if (fillsUnbounded(call, model)) {
        String message =
          "`%s` fills a queue without a bound: whenever its reader falls behind, it grows, and with it the memory of the process".formatted(
            CodeSummary.of(call.object())
          );
        report(node, message, findings);
      }
      return;
    }
    MadeQueue queue = MadeQueue.of(node, model);
    if (queue != null && !queue.isBounded() && !KeptObject.isMadeByMaker(node, model) && !FirstUse.guards(node)) {
      String message =
        "`%s` makes a queue without a bound each time: it holds all that its reader has not taken yet".formatted(
          CodeSummary.of(node)
        );
      report(node, message, findings);
    }
  }

  private static void report(SyntaxNode node, String message, Consumer<Finding> findings) {
    findings.accept(Finding.at(node, message).withCertainty(Certainty.PRESUMED));
  }

  /** Whether a call puts data into a queue that is made in sight, without a bound, and that no other rule speaks of. */
  private static boolean fillsUnbounded(MethodCall put, PythonModel model) {
    SyntaxNode data = Arguments.of(put.call()).positional(0);
    Variable queue = data == null || data.is("none") ? null : model.types().variableOf(put.object());
    if (queue == null || !queue.owner().is(Scope.Kind.CLASS)) {
      return false;
    }
    boolean made = false;
    for (Binding binding : queue.bindings()) {
      MadeQueue maker = MadeQueue.of(binding.value(), model);
      if (maker == null ? !binding.isNone() : maker.isBounded()) {
        return false;
      }
      made |= maker != null;
    }
    return made && QueueTraffic.of(queue, model) == null;
  }
}
