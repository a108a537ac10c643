package dev.perfreview.server.cli;

import dev.perfreview.analysis.AnalysisResult.RuleFailure;
import dev.perfreview.analysis.ReportedFinding;
import dev.perfreview.heat.Impact;
import dev.perfreview.server.configuration.Configuration;
import dev.perfreview.server.report.BaselineMatch;
import dev.perfreview.server.report.FileReport;
import dev.perfreview.server.report.Fingerprints;
import dev.perfreview.server.review.ChangedLines;
import dev.perfreview.server.review.LineMap;
import dev.perfreview.server.scan.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides which findings of a file are shown, and whether they make the command fail. Thread-safe.
 *
 * @param minimumImpact the least that is shown; nothing to leave it to the configuration
 * @param failOn the least that fails
 * @param baseline what is known already
 * @param changed which lines count; nothing when all do
 */
record Screen(@Nullable Impact minimumImpact, Impact failOn, BaselineMatch baseline, @Nullable ChangedLines changed) {
  /**
   * What is shown of a file. It holds on to the file's text only where there is something to show: the texts of a whole tree are large.
   *
   * @param report the findings that are shown; nothing when there are none
   * @param hidden how many are below the impact that is shown
   * @param known how many the baseline has
   * @param fixesApplied how many fixes were written
   * @param fixesHeldBack how many were not, for a syntax error is near to them
   * @param path the file's path from its workspace folder
   * @param failures rules that threw
   */
  record Shown(
    @Nullable FileReport report,
    int hidden,
    int known,
    int fixesApplied,
    int fixesHeldBack,
    String path,
    List<RuleFailure> failures
  ) {}

  /** Goes through the findings of a file. */
  Shown show(Outcome.Reviewed reviewed) {
    Configuration configuration = reviewed.target().configuration();
    Impact least = leastShown(configuration);
    String path = reviewed.target().path();
    List<ReportedFinding> findings = reviewed.findings();
    List<String> fingerprints = Fingerprints.of(path, reviewed.text(), findings);
    List<FileReport.Item> items = new ArrayList<>();
    LineMap lines =
      changed == null || findings.isEmpty() ? null : changed.of(reviewed.target().file(), reviewed.text());
    int hidden = 0;
    int known = 0;
    for (int index = 0; index < findings.size(); index++) {
      ReportedFinding finding = findings.get(index);
      if (lines != null && !lines.isChanged(reviewed.text(), finding.finding().range())) {
        continue;
      }
      if (baseline.take(reviewed.target().file(), finding.rule().id(), reviewed.text(), finding.finding().range())) {
        known++;
      } else if (finding.impact().compareTo(least) < 0) {
        hidden++;
      } else {
        items.add(
          new FileReport.Item(
            finding,
            configuration.severityOf(finding.rule(), finding.impact()),
            fingerprints.get(index)
          )
        );
      }
    }
    FileReport report = items.isEmpty()
      ? null
      : new FileReport(reviewed.target().file(), reviewed.target().folder().path(), reviewed.text(), items);
    return new Shown(
      report,
      hidden,
      known,
      reviewed.fixesApplied(),
      reviewed.fixesHeldBack(),
      path,
      reviewed.failures()
    );
  }

  /** Whether a finding makes the command fail. */
  boolean fails(ReportedFinding finding) {
    return finding.impact().compareTo(failOn) >= 0;
  }

  /** Whether a finding in a file of a configuration matters enough to be shown, the baseline aside. */
  boolean shows(Configuration configuration, ReportedFinding finding) {
    return finding.impact().compareTo(leastShown(configuration)) >= 0;
  }

  /** What fails is always shown, else nobody could tell why. */
  Impact leastShown(Configuration configuration) {
    Impact least = minimumImpact != null ? minimumImpact : higher(Impact.MINOR, configuration.minimumImpact());
    return least.compareTo(failOn) < 0 ? least : failOn;
  }

  private static Impact higher(Impact one, Impact other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
