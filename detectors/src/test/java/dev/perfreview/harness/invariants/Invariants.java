package dev.perfreview.harness.invariants;

import dev.perfreview.analysis.AnalysisResult;
import dev.perfreview.analysis.Analyzer;
import dev.perfreview.analysis.ReportedFinding;
import dev.perfreview.rule.Fix;
import dev.perfreview.syntax.SyntaxSnapshot;
import dev.perfreview.syntax.SyntaxTree;
import dev.perfreview.syntax.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * Checks all promises of the engine on one text. Where nothing is found there is nothing to fix and to silence, which makes most files of
 * a large tree quick.
 */
public final class Invariants {

  private final Subject subject;
  private final List<Violation> violations = new ArrayList<>();

  private Invariants(Subject subject) {
    this.subject = subject;
  }

  /**
   * What came of the check.
   *
   * @param findings what is found in the text
   * @param violations the promises that are not kept
   */
  public record Outcome(List<ReportedFinding> findings, List<Violation> violations) {}

  /** Checks a text. */
  public static Outcome check(Subject subject) {
    Invariants invariants = new Invariants(subject);
    List<ReportedFinding> findings = List.of();
    try {
      findings = invariants.checkAll();
    } catch (RuntimeException | StackOverflowError thrown) {
      String at = thrown.getStackTrace().length == 0 ? "" : " at " + thrown.getStackTrace()[0];
      invariants.violations.add(subject.violation(0, "no exception", thrown + at));
    }
    return new Outcome(findings, List.copyOf(invariants.violations));
  }

  private List<ReportedFinding> checkAll() {
    SyntaxSnapshot snapshot = SyntaxTree.snapshotOf(subject.language(), subject.text().string());
    AnalysisResult result = subject.analyze(snapshot);
    result
      .failures()
      .forEach(failure ->
        violations.add(subject.violation(0, "no exception", failure.ruleId() + ": " + describe(failure.cause())))
      );
    List<ReportedFinding> findings = result.findings();
    checkOrder(findings);
    findings.forEach(this::checkEdits);
    checkCancellation(snapshot);
    violations.addAll(LayoutInvariants.check(subject, findings));
    violations.addAll(EditingInvariants.check(subject, findings));
    if (!findings.isEmpty()) {
      violations.addAll(FixInvariants.check(subject, snapshot, findings));
      violations.addAll(SuppressionInvariants.check(subject, findings));
    }
    return findings;
  }

  private static String describe(Throwable cause) {
    StackTraceElement[] trace = cause.getStackTrace();
    return cause + (trace.length == 0 ? "" : " at " + trace[0]);
  }

  private void checkOrder(List<ReportedFinding> findings) {
    int last = 0;
    for (ReportedFinding finding : findings) {
      int start = finding.finding().range().start();
      if (start < last) {
        violations.add(subject.violation(finding, "findings are in the order of the text", "stands after a later one"));
      }
      last = start;
      if (finding.finding().range().end() > subject.text().length()) {
        violations.add(subject.violation(0, "findings are in range", finding.finding().range().toString()));
      }
    }
  }

  private void checkEdits(ReportedFinding finding) {
    for (Fix fix : finding.finding().fixes()) {
      int copied = 0;
      for (TextEdit edit : fix.edits()) {
        boolean inRange = copied <= edit.range().start() && edit.range().end() <= subject.text().length();
        if (!inRange) {
          violations.add(subject.violation(finding, "edits are in range and do not overlap", fix.toString()));
        }
        copied = edit.range().end();
      }
    }
  }

  private void checkCancellation(SyntaxSnapshot snapshot) {
    try {
      Analyzer.analyze(subject.path(), snapshot, subject.settings(), () -> true);
      violations.add(subject.violation(0, "cancelled work publishes nothing", "a result came back"));
    } catch (CancellationException expected) {
      // This is how cancelled work ends.
    }
  }
}
