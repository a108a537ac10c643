package dev.perfreview.python.rules;

import dev.perfreview.python.PythonModel;
import dev.perfreview.rule.Certainty;
import dev.perfreview.rule.Cost;
import dev.perfreview.rule.Finding;
import dev.perfreview.rule.FixAvailability;
import dev.perfreview.rule.Rule;
import dev.perfreview.rule.RuleInfo;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxNode;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** A loop that awaits one independent call after the other, where all of them could be under way at once. */
public final class SequentialAwaitInLoop implements Rule<PythonModel> {

  private static final RuleInfo INFO = new RuleInfo(
    "sequential-await-in-loop",
    Language.PYTHON,
    "a loop that awaits one independent call after the other",
    Cost.STALL,
    FixAvailability.SOMETIMES,
    Set.of("for_statement", "list_comprehension", "set_comprehension", "dictionary_comprehension")
  );

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(SyntaxNode node, PythonModel model, Consumer<Finding> findings) {
    List<SyntaxNode> awaits = AwaitingLoop.awaitsOf(node);
    if (awaits.isEmpty()) {
      return;
    }
    AwaitingLoop loop = AwaitingLoop.of(node, awaits, model);
    if (loop == null || !loop.overlaps() || !model.asyncContext().isOnEventLoop(node)) {
      return;
    }
    SyntaxNode first = awaits.getFirst();
    Finding finding = Finding.at(
      first,
      "each turn of the loop waits for `%s` of the one before, though it does not need its result".formatted(
        CodeSummary.of(AwaitingLoop.calleeOf(first))
      )
    );
    findings.accept(
      finding
        .withCost(loop.asksHowOthersAre() ? Cost.CONTENTION : Cost.STALL)
        .withHeatAt(node)
        // In code that serves nobody's requests it is mostly a person's command, or a task in the background.
        .withCertainty(Certainty.SHOWN_QUIET_ELSEWHERE)
        .withFix(GatherFix.of(node, first, model).orElse(null))
    );
  }
}
