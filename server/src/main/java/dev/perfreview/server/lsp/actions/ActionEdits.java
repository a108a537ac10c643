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

/** Works out the edits of a code action. */
public final class ActionEdits {

  private ActionEdits() {}

  /**
   * The edits, all referring to the analysed text.
   *
   * @param action what is done
   * @param analysis the newest analysis of its document
   * @param cancellation asked now and then by what takes long
   * @return none when the action refers to another analysis than this one
   */
  public static Optional<List<TextEdit>> of(
    ActionReference action,
    DocumentAnalysis analysis,
    Cancellation cancellation
  ) {
    if (action.kind() == ActionReference.Kind.FIX_ALL) {
      return action.finding().analysis() == analysis.number()
        ? Optional.of(fixAll(analysis, cancellation))
        : Optional.empty();
    }
    return action
      .finding()
      .in(analysis)
      .flatMap(finding -> of(action, finding, analysis));
  }

  private static Optional<List<TextEdit>> of(
    ActionReference action,
    ReportedFinding finding,
    DocumentAnalysis analysis
  ) {
    return switch (action.kind()) {
      case FIX -> finding.finding().fixes().stream().skip(Math.max(0, action.fix())).findFirst().map(Fix::edits);
      case IGNORE_HERE -> Optional.of(List.of(SuppressionEdits.ignoreHere(analysis.syntax(), finding)));
      case IGNORE_IN_FILE -> Optional.of(
        List.of(SuppressionEdits.ignoreInFile(analysis.syntax(), finding.rule().id()))
      );
      case FIX_ALL -> Optional.empty();
    };
  }

  private static List<TextEdit> fixAll(DocumentAnalysis analysis, Cancellation cancellation) {
    FixApplier.Fixed fixed = FixApplier.apply(
      analysis.path(),
      analysis.syntax().text(),
      analysis.document().language(),
      analysis.configuration().analysis(),
      Applicability.SAFE,
      finding -> analysis.configuration().shows(finding.impact()),
      cancellation
    );
    return LineDiff.between(analysis.syntax().text(), fixed.text());
  }
}
