package dev.perfreview.harness.invariants;

import dev.perfreview.analysis.ReportedFinding;
import dev.perfreview.analysis.SuppressionEdits;
import dev.perfreview.syntax.SourceText;
import dev.perfreview.syntax.SyntaxSnapshot;
import dev.perfreview.syntax.SyntaxTree;
import dev.perfreview.syntax.TextEdit;
import dev.perfreview.syntax.TextRange;
import java.util.ArrayList;
import java.util.List;

/** What the suppressions that the editor inserts promise: each silences its finding and no other, and breaks nothing. */
final class SuppressionInvariants {

  private final Subject subject;
  private final List<ReportedFinding> findings;
  private final List<Violation> violations = new ArrayList<>();

  private SuppressionInvariants(Subject subject, List<ReportedFinding> findings) {
    this.subject = subject;
    this.findings = findings;
  }

  static List<Violation> check(Subject subject, List<ReportedFinding> findings) {
    SuppressionInvariants invariants = new SuppressionInvariants(subject, findings);
    try (SyntaxTree tree = SyntaxTree.parse(subject.language(), subject.text())) {
      for (ReportedFinding finding : findings) {
        invariants.checkHere(tree, finding);
      }
      findings
        .stream()
        .map(finding -> finding.rule().id())
        .distinct()
        .forEach(ruleId -> invariants.checkInFile(tree, ruleId));
    }
    return invariants.violations;
  }

  private void checkHere(SyntaxTree tree, ReportedFinding finding) {
    TextEdit edit = SuppressionEdits.ignoreHere(tree.snapshot(), finding);
    List<String> left = findingsAfter(tree, edit, finding, "a suppression silences its finding and no other");
    List<String> expected = describe(
      findings
        .stream()
        .filter(other -> !cannotBeToldApart(finding, other))
        .toList()
    );
    if (!left.equals(expected)) {
      violations.add(
        subject.violation(finding, "a suppression silences its finding and no other", difference(expected, left, edit))
      );
    }
  }

  private void checkInFile(SyntaxTree tree, String ruleId) {
    TextEdit edit = SuppressionEdits.ignoreInFile(tree.snapshot(), ruleId);
    String invariant = "a suppression in the file silences its rule and no other";
    ReportedFinding any = findings
      .stream()
      .filter(finding -> finding.rule().id().equals(ruleId))
      .findFirst()
      .orElseThrow();
    List<String> left = findingsAfter(tree, edit, any, invariant);
    List<String> expected = describe(
      findings
        .stream()
        .filter(other -> !other.rule().id().equals(ruleId))
        .toList()
    );
    if (!left.equals(expected)) {
      violations.add(subject.violation(any, invariant, difference(expected, left, edit)));
    }
  }

  private List<String> findingsAfter(SyntaxTree tree, TextEdit edit, ReportedFinding finding, String invariant) {
    int errors = Subject.errorsIn(tree.snapshot());
    SyntaxSnapshot suppressed = tree.edit(List.of(edit));
    if (Subject.errorsIn(suppressed) > errors) {
      violations.add(subject.violation(finding, invariant, "does not parse after " + edit));
    }
    List<String> left = describe(subject.analyze(suppressed).findings());
    int start = edit.range().start();
    TextRange inserted = new TextRange(start, start + edit.replacement().length());
    tree.edit(List.of(new TextEdit(inserted, subject.text().substring(edit.range()))));
    return left;
  }

  /** Whether both are of one rule and start or end on a line of each other, so that a comment there speaks of both. */
  private boolean cannotBeToldApart(ReportedFinding finding, ReportedFinding other) {
    SourceText text = subject.text();
    TextRange one = finding.finding().range();
    TextRange two = other.finding().range();
    int first = text.lineOf(one.start());
    int last = text.lineOf(one.end() - 1);
    int otherFirst = text.lineOf(two.start());
    int otherLast = text.lineOf(two.end() - 1);
    return (
      finding.rule().equals(other.rule()) &&
      (otherFirst == first || otherLast == first || otherFirst == last || otherLast == last)
    );
  }

  private static List<String> describe(List<ReportedFinding> findings) {
    return findings
      .stream()
      .map(finding -> finding.rule().id() + ": " + finding.finding().message())
      .sorted()
      .toList();
  }

  private static String difference(List<String> expected, List<String> left, TextEdit edit) {
    List<String> gone = new ArrayList<>(expected);
    left.forEach(gone::remove);
    List<String> added = new ArrayList<>(left);
    expected.forEach(added::remove);
    return "after inserting `" + edit.replacement().strip() + "` also gone " + gone + ", still or newly there " + added;
  }
}
