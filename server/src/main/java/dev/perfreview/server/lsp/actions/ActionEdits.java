package dev.perfreview.server.lsp.actions;

import dev.perfreview.analysis.Cancellation;
import dev.perfreview.analysis.FixApplier;
import dev.perfreview.analysis.ReportedFinding;
import dev.perfreview.analysis.SuppressionEdits;
import dev.perfreview.rule.Applicability;
import dev.perfreview.rule.Fix;
import dev.perfreview.server.lsp.document.DocumentAnalysis;
import dev.perfreview.syntax.TextEdit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** Works out the edits of the code actions of one analysis. What several of them need is worked out once. Confined to a thread. */
final class ActionEdits {

  private final DocumentAnalysis analysis;
  private final Cancellation cancellation;
  /** Made when it is first asked for. */
  private @Nullable SuppressionEdits suppressions;

  /**
   * For one answer to the client.
   *
   * @param analysis the newest analysis of its document
   * @param cancellation asked between actions, and now and then by what takes long
   */
  ActionEdits(DocumentAnalysis analysis, Cancellation cancellation) {
    this.analysis = analysis;
    this.cancellation = cancellation;
  }

  /**
   * The edits of an action, all referring to the analysed text.
   *
   * @return none when the action refers to another analysis than this one
   * @throws CancellationException when nobody waits for them any more
   */
  Optional<List<TextEdit>> of(ActionReference action) {
    if (cancellation.isCancelled()) {
      throw new CancellationException("the code actions of " + analysis.path() + " are no longer wanted");
    }
    if (action.kind() == ActionReference.Kind.FIX_ALL) {
      return action.finding().analysis() == analysis.number() ? Optional.of(fixAll()) : Optional.empty();
    }
    return action
      .finding()
      .in(analysis)
      .flatMap(finding -> of(action, finding));
  }

  private Optional<List<TextEdit>> of(ActionReference action, ReportedFinding finding) {
    return switch (action.kind()) {
      case FIX -> finding.finding().fixes().stream().skip(Math.max(0, action.fix())).findFirst().map(Fix::edits);
      case IGNORE_HERE -> Optional.of(List.of(suppressions().ignoreHere(finding)));
      case IGNORE_IN_FILE -> Optional.of(List.of(suppressions().ignoreInFile(finding.rule().id())));
      case FIX_ALL -> Optional.empty();
    };
  }

  private SuppressionEdits suppressions() {
    SuppressionEdits known = suppressions;
    if (known == null) {
      known = SuppressionEdits.in(analysis.syntax());
      suppressions = known;
    }
    return known;
  }

  private List<TextEdit> fixAll() {
    FixApplier.Fixed fixed = FixApplier.apply(
      analysis.path(),
      analysis.syntax(),
      analysis.configuration().analysis(),
      Applicability.SAFE,
      finding -> analysis.configuration().shows(finding.impact()),
      cancellation
    );
    return LineDiff.between(analysis.syntax().text(), fixed.text());
  }
}
