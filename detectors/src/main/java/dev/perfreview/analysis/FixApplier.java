package dev.perfreview.analysis;

import dev.perfreview.rule.Applicability;
import dev.perfreview.rule.Fix;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.ParseTimeoutException;
import dev.perfreview.syntax.SourceText;
import dev.perfreview.syntax.SyntaxSnapshot;
import dev.perfreview.syntax.SyntaxTree;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;

/** Applies fixes to a text until none is left: what {@code source.fixAll.perfReview} and {@code --fix} do. */
public final class FixApplier {

  /** How often a text is analysed again, for one fix may make way for another or uncover one. */
  private static final int MAXIMUM_ROUNDS = 10;

  private FixApplier() {}

  /**
   * What came of fixing a text.
   *
   * @param text the text with the fixes
   * @param fixesApplied how many
   * @param heldBack how many more there are that were not applied, for a syntax error is near to them
   */
  public record Fixed(SourceText text, int fixesApplied, int heldBack) {}

  /**
   * Applies the first fix of each finding that is allowed, unless there is a syntax error near to where it edits: in the same function or
   * statement, around it, or within a few lines.
   *
   * @param path the file's path, as for {@link Analyzer#analyze}
   * @param text its text
   * @param language its language
   * @param settings what the configuration decides
   * @param upTo {@link Applicability#SAFE} for safe fixes only, {@link Applicability#UNSAFE} for both
   * @param cancellation asked now and then
   * @throws CancellationException when {@code cancellation} says so
   */
  public static Fixed apply(
    String path,
    SourceText text,
    Language language,
    AnalysisSettings settings,
    Applicability upTo,
    Cancellation cancellation
  ) {
    return apply(path, text, language, settings, upTo, finding -> true, cancellation);
  }

  /**
   * As the other, of the findings that are wanted: what a user has chosen not to see should not be changed behind their back.
   *
   * @param wanted whether a finding may be fixed
   * @throws CancellationException when {@code cancellation} says so
   */
  public static Fixed apply(
    String path,
    SourceText text,
    Language language,
    AnalysisSettings settings,
    Applicability upTo,
    Predicate<ReportedFinding> wanted,
    Cancellation cancellation
  ) {
    return apply(path, SyntaxTree.snapshotOf(language, text), settings, upTo, wanted, cancellation);
  }

  /** The same for a text that is parsed already. */
  public static Fixed apply(
    String path,
    SyntaxSnapshot parsed,
    AnalysisSettings settings,
    Applicability upTo,
    Predicate<ReportedFinding> wanted,
    Cancellation cancellation
  ) {
    int applied = 0;
    int heldBack = 0;
    UserFixes userFixes = new UserFixes();
    SyntaxSnapshot snapshot = parsed;
    for (int round = 0; round < MAXIMUM_ROUNDS; round++) {
      List<ReportedFinding> findings = Analyzer.analyze(path, snapshot, settings, cancellation).findings();
      userFixes.startRound(findings);
      SyntaxErrors errors = SyntaxErrors.of(snapshot);
      CompatibleEdits edits = new CompatibleEdits();
      int inRound = 0;
      heldBack = 0;
      for (ReportedFinding finding : findings) {
        boolean allowed = wanted.test(finding) && userFixes.allows(finding);
        Optional<Fix> fix = allowed ? firstAllowed(finding, upTo) : Optional.empty();
        if (fix.isPresent() && errors.isNear(fix.get())) {
          heldBack++;
        } else if (fix.isPresent() && edits.add(fix.get())) {
          inRound++;
          userFixes.applied(finding);
        }
      }
      if (inRound == 0) {
        break;
      }
      SourceText next = snapshot.text().apply(edits.all());
      SyntaxSnapshot after;
      try {
        after = SyntaxTree.snapshotOf(snapshot.language(), next);
      } catch (ParseTimeoutException tooLong) {
        // What cannot be looked at afterwards is not done.
        break;
      }
      boolean broken = after.root().hasError() && !snapshot.root().hasError();
      if (!broken || !userFixes.refuse()) {
        applied += inRound;
        snapshot = after;
      }
    }
    return new Fixed(snapshot.text(), applied, heldBack);
  }

  private static Optional<Fix> firstAllowed(ReportedFinding finding, Applicability upTo) {
    return finding
      .finding()
      .fixes()
      .stream()
      .filter(fix -> upTo == Applicability.UNSAFE || fix.applicability() == Applicability.SAFE)
      .findFirst();
  }
}
