package dev.perfreview.server.review;

import dev.perfreview.analysis.AnalysisResult.RuleFailure;
import dev.perfreview.heat.Impact;
import dev.perfreview.server.review.FindingChange.State;
import dev.perfreview.server.scan.Outcome;
import java.util.Comparator;
import java.util.List;

/**
 * What the review of a change came to.
 *
 * @param change the change
 * @param files the files that were reviewed: first those that the change touches
 * @param findings the findings of both versions
 * @param problems what could not be reviewed
 * @param failures rules that threw
 */
public record ChangeReview(
  Change change,
  List<ReviewedFile> files,
  List<FindingChange> findings,
  List<Outcome.Problem> problems,
  List<RuleFailure> failures
) {
  private static final Comparator<FindingChange> LOUDEST_FIRST = Comparator.comparing(
    FindingChange::impact,
    Comparator.reverseOrder()
  );

  public ChangeReview {
    files = List.copyOf(files);
    findings = List.copyOf(findings);
    problems = List.copyOf(problems);
    failures = List.copyOf(failures);
  }

  /**
   * The findings of a state, the loudest first, else in the order of the files.
   *
   * @param least the least impact that counts
   */
  public List<FindingChange> of(State state, Impact least) {
    return findings
      .stream()
      .filter(finding -> finding.state() == state && finding.impact().compareTo(least) >= 0)
      .filter(finding -> state != State.GONE || !finding.finding().reported().rule().changeOnly())
      .sorted(LOUDEST_FIRST)
      .toList();
  }

  /**
   * The impact of the whole change, by one rule: that of the loudest finding that it brings or makes louder. What was there before does not count,
   * nor does what it ends make up for what it brings.
   */
  public Impact impact() {
    return findings
      .stream()
      .filter(finding -> finding.state() == State.NEW)
      .map(FindingChange::impact)
      .max(Comparator.naturalOrder())
      .orElse(Impact.NEGLIGIBLE);
  }
}
