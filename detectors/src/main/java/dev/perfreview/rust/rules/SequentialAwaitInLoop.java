package dev.perfreview.rust.rules;

import dev.perfreview.rule.Certainty;
import dev.perfreview.rule.Cost;
import dev.perfreview.rule.Evidence;
import dev.perfreview.rule.Finding;
import dev.perfreview.rule.FixAvailability;
import dev.perfreview.rule.Rule;
import dev.perfreview.rule.RuleInfo;
import dev.perfreview.rust.Calls;
import dev.perfreview.rust.RustModel;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxNode;
import java.util.Set;
import java.util.function.Consumer;

/** A loop that awaits requests one after the other though none of them depends on another. */
public final class SequentialAwaitInLoop implements Rule<RustModel> {

  private static final RuleInfo INFO = new RuleInfo(
    "sequential-await-in-loop",
    Language.RUST,
    "a loop awaits independent requests one after the other",
    Cost.STALL,
    FixAvailability.SOMETIMES,
    Set.of("for_expression")
  );

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(SyntaxNode loop, RustModel model, Consumer<Finding> findings) {
    SyntaxNode await = IndependentTurns.awaitOf(loop, model);
    SyntaxNode call = await == null ? null : AwaitedCall.of(await);
    if (await == null || call == null) {
      return;
    }
    RemoteCalls.Certainty certainty = new RemoteCalls(model).of(call);
    if (certainty == RemoteCalls.Certainty.NONE) {
      return;
    }
    String message =
      "each turn waits for `" +
      Calls.nameOf(call) +
      "` before the next one starts, so that the waits add up; they do not depend on each other";
    findings.accept(
      Finding.at(await, message)
        .withCost(certainty == RemoteCalls.Certainty.CERTAIN ? Cost.STALL : Cost.CONTENTION)
        .withCertainty(certainty == RemoteCalls.Certainty.CERTAIN ? Certainty.SHOWN : Certainty.SMALL)
        .withHeatAt(loop)
        .withEvidence(Evidence.at(loop.children().getFirst(), "this loop"))
        .withFix(JoinedTurns.of(loop, await))
    );
  }
}
