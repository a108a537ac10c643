package dev.perfreview.rust.rules;

import dev.perfreview.rule.Certainty;
import dev.perfreview.rule.Concern;
import dev.perfreview.rule.Cost;
import dev.perfreview.rule.Finding;
import dev.perfreview.rule.FixAvailability;
import dev.perfreview.rule.Rule;
import dev.perfreview.rule.RuleInfo;
import dev.perfreview.rust.RustModel;
import dev.perfreview.rust.guards.Acquisition;
import dev.perfreview.rust.guards.Acquisitions;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxNode;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A lock taken where a path that serves runs. */
public final class AddedLock implements Rule<RustModel> {

  private static final RuleInfo INFO = new RuleInfo(
    "added-lock",
    Language.RUST,
    "a lock taken on a hot path",
    Cost.CONTENTION,
    FixAvailability.NONE,
    Set.of("call_expression")
  )
    .about(Concern.LOCK)
    .onlyInChanges();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(SyntaxNode call, RustModel model, Consumer<Finding> findings) {
    if (!Acquisitions.mayAcquire(call) || Acquisitions.isTrial(call)) {
      return;
    }
    Acquisition acquisition = new Acquisitions(model).of(call);
    if (acquisition == null || call.enclosing("function_item") == null) {
      return;
    }
    String means = meaningOf(acquisition);
    if (means != null) {
      String lock = acquisition.lock().text().replaceAll("\\s+", "");
      findings.accept(Finding.at(call, "`" + lock + "` " + means).withCertainty(Certainty.PRESUMED));
    }
  }

  private static @Nullable String meaningOf(Acquisition acquisition) {
    return switch (acquisition.family()) {
      case ASYNC -> "is taken here: whoever holds it across an `.await` makes all that come this way wait in line";
      case STD, PARKING_LOT -> acquisition.exclusive()
        ? "is taken here: threads that come this way one after another wait for it, and with them the tasks that they run"
        : "is locked for reading here: it waits for each writer, and all readers count themselves in the same cache line";
      case REF_CELL, WATCH, DASH_MAP -> null;
    };
  }
}
