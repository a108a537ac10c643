package dev.perfreview.server.cli;

import dev.perfreview.analysis.AnalysisResult.RuleFailure;
import dev.perfreview.server.report.BaselineMatch;
import dev.perfreview.server.report.FileReport;
import dev.perfreview.server.report.Report;
import dev.perfreview.server.scan.Outcome;
import dev.perfreview.server.scan.ProblemSentences;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Adds up what is shown of each file. */
final class ReportAssembly {

  private final Path folder;
  private final List<FileReport> files = new ArrayList<>();
  private final List<Outcome.Problem> problems = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final StringBuilder differences = new StringBuilder();
  private int filesReviewed;
  private int hidden;
  private int known;
  private int fixesApplied;
  private int filesFixed;

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
    noteHeldBack(shown.path(), shown.fixesHeldBack());
    if (shown.report() != null) {
      files.add(shown.report());
    }
    for (RuleFailure failure : shown.failures()) {
      failures.add("rule " + failure.ruleId() + " failed in " + shown.path() + ": " + failure.reason());
    }
  }

  /** Leaves out what the baseline knows of another file; to be called when all files are in. */
  void leaveOutMoved(BaselineMatch baseline) {
    List<FileReport> before = List.copyOf(files);
    files.clear();
    for (FileReport file : before) {
      List<FileReport.Item> left = file
        .findings()
        .stream()
        .filter(
          item -> !baseline.takeMoved(item.reported().rule().id(), file.text(), item.reported().finding().range())
        )
        .toList();
      known += file.findings().size() - left.size();
      if (!left.isEmpty()) {
        files.add(new FileReport(file.file(), file.root(), file.text(), left));
      }
    }
  }

  /**
   * Takes what fixes would change of a file.
   *
   * @param name the file's, for a person
   * @param difference a unified one; empty when there is nothing to change
   * @param fixes how many there are
   * @param heldBack how many more have a syntax error near to them
   */
  void addDifference(String name, String difference, int fixes, int heldBack) {
    filesReviewed++;
    fixesApplied += fixes;
    filesFixed += difference.isEmpty() ? 0 : 1;
    differences.append(difference);
    noteHeldBack(name, heldBack);
  }

  private void noteHeldBack(String name, int fixes) {
    if (fixes > 0) {
      String what = fixes == 1 ? "1 fix was" : fixes + " fixes were";
      notes.add(what + " not applied in " + name + ", for there is a syntax error near");
    }
  }

  /** The differences that were taken, one after the other. */
  String differences() {
    return differences.toString();
  }

  /** What they come to, in a few words. */
  String summaryOfDifferences() {
    return filesFixed == 0
      ? "no fixes to apply in " + counted(filesReviewed, "file", "files")
      : counted(fixesApplied, "fix", "fixes") + " to apply in " + counted(filesFixed, "file", "files");
  }

  private static String counted(int count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }

  /** All that was taken. */
  Report report() {
    return new Report(folder, files, problems, filesReviewed, hidden, known, fixesApplied);
  }

  /** The status to exit with. */
  int status(Screen screen) {
    boolean fails = files
      .stream()
      .flatMap(file -> file.findings().stream())
      .anyMatch(item -> screen.fails(item.reported()));
    boolean found = fails || !differences.isEmpty();
    return !problems.isEmpty() ? ExitStatus.TROUBLE : found ? ExitStatus.FINDINGS : ExitStatus.CLEAN;
  }

  /** What a person must know that is no finding: one sentence each. */
  List<String> complaints() {
    List<String> complaints = new ArrayList<>();
    Report report = report();
    complaints.addAll(ProblemSentences.of(problems, report::nameOf));
    complaints.addAll(failures);
    complaints.addAll(notes);
    if (filesReviewed == 0 && problems.isEmpty()) {
      complaints.add("there is no Python or Rust file to review");
    }
    return complaints;
  }
}
