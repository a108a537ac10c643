package dev.perfreview.harness.invariants;

import dev.perfreview.analysis.FindingLines;
import dev.perfreview.analysis.ReportedFinding;
import dev.perfreview.analysis.SuppressionEdits;
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
    TextEdit edit = SuppressionEdits.in(tree.snapshot()).ignoreHere(finding);
    String invariant = "a suppression silences its finding and no other";
    List<String> left = new ArrayList<>(findingsAfter(tree, edit, finding, invariant));
    List<String> mustStay = new ArrayList<>();
    List<String> mayStay = new ArrayList<>();
    for (ReportedFinding other : findings) {
      (cannotBeToldApart(tree.snapshot(), finding, other) ? mayStay : mustStay).add(describe(other));
    }
    mayStay.remove(describe(finding));
    List<String> silencedToo = mustStay
      .stream()
      .filter(other -> !left.remove(other))
      .toList();
    mayStay.forEach(left::remove);
    if (!silencedToo.isEmpty() || !left.isEmpty()) {
      violations.add(subject.violation(finding, invariant, difference(silencedToo, left, edit)));
    }
  }

  private void checkInFile(SyntaxTree tree, String ruleId) {
    TextEdit edit = SuppressionEdits.in(tree.snapshot()).ignoreInFile(ruleId);
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
      violations.add(
        subject.violation(any, invariant, difference(missing(expected, left), missing(left, expected), edit))
      );
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

  /** Whether both are of one rule and on the same lines, so that a comment there may speak of both. */
  private static boolean cannotBeToldApart(SyntaxSnapshot snapshot, ReportedFinding finding, ReportedFinding other) {
    FindingLines lines = FindingLines.of(snapshot, finding.finding().range());
    return finding.rule().equals(other.rule()) && lines.meet(FindingLines.of(snapshot, other.finding().range()));
  }

  private static String describe(ReportedFinding finding) {
    return finding.rule().id() + ": " + finding.finding().message();
  }

  private static List<String> describe(List<ReportedFinding> findings) {
    return findings.stream().map(SuppressionInvariants::describe).sorted().toList();
  }

  private static List<String> missing(List<String> from, List<String> others) {
    List<String> missing = new ArrayList<>(from);
    others.forEach(missing::remove);
    return missing;
  }

  private static String difference(List<String> gone, List<String> added, TextEdit edit) {
    return "after inserting `" + edit.replacement().strip() + "` also gone " + gone + ", still or newly there " + added;
  }
}
