package dev.perfreview.server.cli;

import dev.perfreview.analysis.AnalysisResult.RuleFailure;
import dev.perfreview.server.report.FileReport;
import dev.perfreview.server.report.Report;
import dev.perfreview.server.scan.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Adds up what is shown of each file. */
final class ReportAssembly {

  private final Path folder;
  private final List<FileReport> files = new ArrayList<>();
  private final List<Outcome.Problem> problems = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();
  private int filesReviewed;
  private int hidden;
  private int known;
  private int fixesApplied;
  private boolean fails;

  /**
   * Nothing so far.
   *
   * @param folder where the program was called
   */
  ReportAssembly(Path folder) {
    this.folder = folder;
  }

  /** Takes what could not be reviewed. */
  void add(Outcome.Problem problem) {
    problems.add(problem);
  }

  /** Takes what is shown of a file. */
  void add(Screen.Shown shown) {
    filesReviewed++;
    hidden += shown.hidden();
    known += shown.known();
    fixesApplied += shown.fixesApplied();
    fails |= shown.fails();
    if (shown.report() != null) {
      files.add(shown.report());
    }
    for (RuleFailure failure : shown.failures()) {
      failures.add("rule " + failure.ruleId() + " failed in " + shown.path() + ": " + failure.reason());
    }
  }

  /** All that was taken. */
  Report report() {
    return new Report(folder, files, problems, filesReviewed, hidden, known, fixesApplied);
  }

  /** The status to exit with. */
  int status() {
    return !problems.isEmpty() ? ExitStatus.TROUBLE : fails ? ExitStatus.FINDINGS : ExitStatus.CLEAN;
  }

  /** What a person must know that is no finding: one sentence each. */
  List<String> complaints() {
    List<String> complaints = new ArrayList<>();
    Report report = report();
    problems.forEach(problem -> complaints.add(report.nameOf(problem.path()) + " " + problem.message()));
    complaints.addAll(failures);
    if (filesReviewed == 0 && problems.isEmpty()) {
      complaints.add("there is no Python or Rust file to review");
    }
    return complaints;
  }
}
