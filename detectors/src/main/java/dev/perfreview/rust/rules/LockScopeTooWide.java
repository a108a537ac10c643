package dev.perfreview.rust.rules;

import dev.perfreview.rule.Certainty;
import dev.perfreview.rule.Cost;
import dev.perfreview.rule.Evidence;
import dev.perfreview.rule.Finding;
import dev.perfreview.rule.FixAvailability;
import dev.perfreview.rule.Rule;
import dev.perfreview.rule.RuleInfo;
import dev.perfreview.rust.RustModel;
import dev.perfreview.rust.guards.Acquisition;
import dev.perfreview.rust.guards.Acquisitions;
import dev.perfreview.rust.guards.EarlierDrop;
import dev.perfreview.rust.guards.Guard;
import dev.perfreview.rust.guards.HoistedValue;
import dev.perfreview.rust.guards.LockFamily;
import dev.perfreview.rust.guards.Owner;
import dev.perfreview.rust.guards.UnneededHold;
import dev.perfreview.semantics.workspace.Chain;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxNode;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Slow work under a guard that nothing needs any more, and locks that a loop takes anew on each of its turns. */
public final class LockScopeTooWide implements Rule<RustModel> {

  private static final RuleInfo INFO = new RuleInfo(
    "lock-scope-too-wide",
    Language.RUST,
    "slow work under a lock that it does not need, or a lock taken on each turn of a loop",
    Cost.CONTENTION,
    FixAvailability.SOMETIMES,
    Set.of("source_file")
  );

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(SyntaxNode file, RustModel model, Consumer<Finding> findings) {
    Acquisitions acquisitions = new Acquisitions(model);
    SlowWork slowWork = new SlowWork(model);
    for (SyntaxNode node : file.descendants()) {
      Acquisition acquisition = Acquisitions.mayAcquire(node) ? acquisitions.of(node) : null;
      if (acquisition == null || acquisition.family() == LockFamily.REF_CELL) {
        continue;
      }
      SyntaxNode loop = LockEachTurn.loopOf(acquisition);
      if (loop != null) {
        findings.accept(eachTurn(acquisition, loop));
      }
      Guard guard = Guard.of(acquisition);
      if (guard != null && guard.suspensions().isEmpty()) {
        Finding finding = tooWide(guard, acquisitions, slowWork, model);
        if (finding != null) {
          findings.accept(finding);
        }
      }
    }
  }

  private static @Nullable Finding tooWide(Guard guard, Acquisitions acquisitions, SlowWork slowWork, RustModel model) {
    UnneededHold hold = UnneededHold.of(guard);
    for (SyntaxNode work : hold.work()) {
      if (Acquisitions.mayAcquire(work) && acquisitions.of(work) != null) {
        // Two locks held together keep two values in step.
        return null;
      }
      SlowWork.Kind kind = slowWork.of(work);
      boolean mayMove = kind != null && (!kind.acts() || !hold.isDecisionFor(work));
      if (work.is("for_expression") && !guard.acquisition().exclusive()) {
        continue;
      }
      if (kind != null && mayMove && model.placementOf(work).cold() == null) {
        String message =
          holder(guard) + " keeps `" + lockOf(guard.acquisition()) + "` locked while this " + kind.does();
        Finding finding = Finding.at(SlowWork.pointOf(work), message + ", which needs no lock")
          .withCost(kind.cost())
          // Readers do not wait for each other, and what writes is mostly rare.
          .withCertainty(guard.acquisition().exclusive() ? Certainty.SHOWN : Certainty.SMALL)
          .withEvidence(Evidence.at(guard.acquisition().call(), "the guard is taken here"));
        for (Chain.Link link : kind.way()) {
          finding = finding.withEvidence(ChainStep.of(link, work));
        }
        return finding.withFix(HoistedValue.of(guard)).withFix(EarlierDrop.of(guard, work));
      }
    }
    return null;
  }

  private static String holder(Guard guard) {
    return guard.owner() instanceof Owner.Variable variable
      ? "`" + variable.name().text() + "`"
      : "the guard in the head";
  }

  private static String lockOf(Acquisition acquisition) {
    return acquisition.lock().text().replaceAll("\\s*\\n\\s*", "");
  }

  private static Finding eachTurn(Acquisition acquisition, SyntaxNode loop) {
    String message =
      "`" + lockOf(acquisition) + "` is taken anew on each turn of the loop, where one guard could serve all of them";
    return Finding.at(acquisition.guard(), message)
      .withCost(Cost.OVERHEAD)
      .withEvidence(Evidence.at(loop.children().getFirst(), "this loop"));
  }
}
