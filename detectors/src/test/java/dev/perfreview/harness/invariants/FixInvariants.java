package dev.perfreview.harness.invariants;

import dev.perfreview.analysis.Cancellation;
import dev.perfreview.analysis.FixApplier;
import dev.perfreview.analysis.FixApplier.Fixed;
import dev.perfreview.analysis.ReportedFinding;
import dev.perfreview.rule.Applicability;
import dev.perfreview.rule.Fix;
import dev.perfreview.syntax.SourceText;
import dev.perfreview.syntax.SyntaxSnapshot;
import dev.perfreview.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.List;

/** What fixes promise: the text parses no worse after each and after all, and fixing comes to an end that a second pass leaves alone. */
final class FixInvariants {

  private final Subject subject;
  private final int errors;
  private final List<Violation> violations = new ArrayList<>();

  private FixInvariants(Subject subject, int errors) {
    this.subject = subject;
    this.errors = errors;
  }

  static List<Violation> check(Subject subject, SyntaxSnapshot snapshot, List<ReportedFinding> findings) {
    FixInvariants invariants = new FixInvariants(subject, Subject.errorsIn(snapshot));
    if (findings.stream().anyMatch(finding -> !finding.finding().fixes().isEmpty())) {
      findings.forEach(invariants::checkEach);
      for (Applicability upTo : Applicability.values()) {
        invariants.checkAll(upTo);
      }
    }
    return invariants.violations;
  }

  private void checkEach(ReportedFinding finding) {
    for (Fix fix : finding.finding().fixes()) {
      SourceText fixed = subject.text().apply(fix.edits());
      if (errorsIn(fixed) > errors) {
        violations.add(subject.violation(finding, "a fixed text parses no worse", fix.title() + " " + fix.edits()));
      }
      if (fixed.string().equals(subject.text().string())) {
        violations.add(subject.violation(finding, "a fix changes the text", fix.title()));
      }
    }
  }

  private void checkAll(Applicability upTo) {
    Fixed once = fix(subject.text(), upTo);
    if (errorsIn(once.text()) > errors) {
      violations.add(subject.violation(0, "a text with all fixes parses no worse", "up to " + upTo));
    }
    Fixed again = fix(once.text(), upTo);
    if (again.fixesApplied() > 0) {
      violations.add(
        subject.violation(0, "fixing converges", again.fixesApplied() + " fixes are left after all up to " + upTo)
      );
    }
  }

  private Fixed fix(SourceText text, Applicability upTo) {
    return FixApplier.apply(subject.path(), text, subject.language(), subject.settings(), upTo, Cancellation.NEVER);
  }

  private int errorsIn(SourceText text) {
    return Subject.errorsIn(SyntaxTree.snapshotOf(subject.language(), text.string()));
  }
}
