package dev.perfreview.server.cli;

import dev.perfreview.analysis.AnalysisResult.RuleFailure;
import dev.perfreview.analysis.ReportedFinding;
import dev.perfreview.heat.Impact;
import dev.perfreview.server.configuration.Configuration;
import dev.perfreview.server.report.Baseline;
import dev.perfreview.server.report.FileReport;
import dev.perfreview.server.report.Fingerprints;
import dev.perfreview.server.report.Report;
import dev.perfreview.server.scan.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts together what is shown, and whether it makes the command fail. */
final class ReportAssembly {

  private final Path folder;
  private final @Nullable Impact minimumImpact;
  private final Impact failOn;
  private final Baseline baseline;
  private final List<FileReport> files = new ArrayList<>();
  private final List<Outcome.Problem> problems = new ArrayList<>();
  private final Set<String> failedRules = new LinkedHashSet<>();
  private int filesReviewed;
  private int hidden;
  private int known;
  private int fixesApplied;
  private boolean fails;

  /**
   * Nothing so far.
   *
   * @param folder where the program was called
   * @param minimumImpact the least that is shown; nothing to leave it to the configuration
   * @param failOn the least that fails
   * @param baseline what is known already
   */
  ReportAssembly(Path folder, @Nullable Impact minimumImpact, Impact failOn, Baseline baseline) {
    this.folder = folder;
    this.minimumImpact = minimumImpact;
    this.failOn = failOn;
    this.baseline = baseline;
  }

  /** Takes what became of a file. */
  void add(Outcome outcome) {
    switch (outcome) {
      case Outcome.Problem problem -> problems.add(problem);
      case Outcome.Reviewed reviewed -> add(reviewed);
    }
  }

  private void add(Outcome.Reviewed reviewed) {
    filesReviewed++;
    fixesApplied += reviewed.fixesApplied();
    for (RuleFailure failure : reviewed.failures()) {
      failedRules.add(failure.ruleId() + " failed in " + reviewed.target().path() + ": " + failure.cause());
    }
    Configuration configuration = reviewed.target().configuration();
    List<ReportedFinding> findings = reviewed.findings();
    List<String> fingerprints = Fingerprints.of(reviewed.target().path(), reviewed.text(), findings);
    List<FileReport.Item> shown = new ArrayList<>();
    for (int index = 0; index < findings.size(); index++) {
      ReportedFinding finding = findings.get(index);
      if (baseline.contains(fingerprints.get(index))) {
        known++;
      } else if (finding.impact().compareTo(leastShown(configuration)) < 0) {
        hidden++;
      } else {
        shown.add(new FileReport.Item(finding, configuration.severityOf(finding.impact()), fingerprints.get(index)));
        fails |= finding.impact().compareTo(failOn) >= 0;
      }
    }
    if (!shown.isEmpty()) {
      files.add(new FileReport(reviewed.target().file(), reviewed.target().folder().path(), reviewed.text(), shown));
    }
  }

  /** What fails is always shown, else nobody could tell why. */
  private Impact leastShown(Configuration configuration) {
    Impact least = minimumImpact != null ? minimumImpact : louder(Impact.MINOR, configuration.minimumImpact());
    return least.compareTo(failOn) < 0 ? least : failOn;
  }

  private static Impact louder(Impact one, Impact other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  /** All that was taken. */
  Report report() {
    return new Report(folder, files, problems, filesReviewed, hidden, known, fixesApplied);
  }

  /** Whether anything shown is at or above the impact that fails. */
  boolean fails() {
    return fails;
  }

  /** What a person must know that is no finding: one sentence each. */
  List<String> complaints() {
    List<String> complaints = new ArrayList<>();
    Report report = report();
    problems.forEach(problem -> complaints.add(report.nameOf(problem.path()) + " " + problem.message()));
    failedRules.forEach(failure -> complaints.add("rule " + failure));
    return complaints;
  }
}
