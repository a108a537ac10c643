package dev.perfreview.python.rules;

import dev.perfreview.python.PythonModel;
import dev.perfreview.python.Variable;
import dev.perfreview.rule.Cost;
import dev.perfreview.rule.Evidence;
import dev.perfreview.rule.Finding;
import dev.perfreview.rule.FixAvailability;
import dev.perfreview.rule.Rule;
import dev.perfreview.rule.RuleInfo;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxNode;
import java.util.Set;
import java.util.function.Consumer;

/** A queue without a bound between a path that serves and a loop that waits for the outside world. */
public final class UnboundedQueue implements Rule<PythonModel> {

  private static final RuleInfo INFO = new RuleInfo(
    "unbounded-queue",
    Language.PYTHON,
    "a queue without a bound, emptied by a loop that waits for input or output",
    Cost.GROWTH,
    FixAvailability.NONE,
    Set.of("call")
  );

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(SyntaxNode node, PythonModel model, Consumer<Finding> findings) {
    SyntaxNode assignment = node.parent();
    SyntaxNode target = assignment != null && assignment.is("assignment") ? assignment.field("left") : null;
    if (target == null || !target.is("attribute")) {
      return;
    }
    MadeQueue queue = MadeQueue.of(node, model);
    Variable variable = queue == null || queue.isBounded() ? null : model.types().variableOf(target);
    QueueTraffic traffic = variable == null ? null : QueueTraffic.of(variable, model);
    if (queue == null || variable == null || traffic == null) {
      return;
    }
    Finding finding = Finding.at(
      node,
      "`%s` has no bound: whenever `%s` takes longer than usual it grows, and with it the memory of the process%s".formatted(
        variable.name(),
        CodeSummary.of(traffic.pause()),
        queue.takesBound() ? "" : ", for a `SimpleQueue` cannot have one"
      )
    );
    findings.accept(
      finding
        .withHeatAt(traffic.put())
        .withEvidence(Evidence.at(traffic.put(), "filled here"))
        .withEvidence(Evidence.at(traffic.pause(), "waits between two takings"))
    );
  }
}
