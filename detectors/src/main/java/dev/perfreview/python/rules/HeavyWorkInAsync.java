package dev.perfreview.python.rules;

import dev.perfreview.python.PythonModel;
import dev.perfreview.python.effects.HeavyCalls;
import dev.perfreview.python.effects.HeavyWork;
import dev.perfreview.rule.Cost;
import dev.perfreview.rule.Finding;
import dev.perfreview.rule.FixAvailability;
import dev.perfreview.rule.Rule;
import dev.perfreview.rule.RuleInfo;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxNode;
import java.util.Set;
import java.util.function.Consumer;

/** Long computation in a coroutine: it waits for nothing, and yet no other coroutine runs before it is done. */
public final class HeavyWorkInAsync implements Rule<PythonModel> {

  private static final RuleInfo INFO = new RuleInfo(
    "heavy-work-in-async",
    Language.PYTHON,
    "long computation on the event loop, so that no other coroutine runs",
    Cost.STALL,
    FixAvailability.SOMETIMES,
    Set.of("call")
  );

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(SyntaxNode node, PythonModel model, Consumer<Finding> findings) {
    SyntaxNode function = node.field("function");
    if (function == null || !model.asyncContext().isOnEventLoop(node)) {
      return;
    }
    HeavyWork work = HeavyCalls.of(node, model);
    if (work == null) {
      BlockingChain.toHeavyWork(node, function, model).ifPresent(findings);
      return;
    }
    Finding finding = Finding.at(
      node,
      "`%s` %s on the event loop, so no other coroutine runs meanwhile".formatted(CodeSummary.of(function), work.does())
    );
    // Turning a few tokens into text is little even for all sequences of an answer, and much when a stream does it for each chunk.
    SyntaxNode loop = work == HeavyWork.DETOKENIZE ? node.enclosing("for_statement", "function_definition") : null;
    if (loop != null && loop.is("for_statement") && loop.firstChild("async") == null) {
      finding = finding.withHeatAt(loop);
    }
    findings.accept(
      finding.withCost(work.cost()).withFix(BlockingCallFix.onAnotherThread(node, function, model).orElse(null))
    );
  }
}
