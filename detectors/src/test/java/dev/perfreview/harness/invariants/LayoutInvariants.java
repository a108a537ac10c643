package dev.perfreview.harness.invariants;

import dev.perfreview.analysis.ReportedFinding;
import dev.perfreview.syntax.SourceText;
import dev.perfreview.syntax.SyntaxNode;
import dev.perfreview.syntax.SyntaxSnapshot;
import dev.perfreview.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/** Line ends, tabs and characters beyond the basic plane change nothing that is found. */
final class LayoutInvariants {

  private static final int SPACES_PER_TAB = 4;
  private static final Set<String> STRINGS = Set.of("string", "string_literal", "raw_string_literal", "block_comment");

  private final Subject subject;
  private final List<ReportedFinding> findings;
  private final SyntaxSnapshot snapshot;

  private LayoutInvariants(Subject subject, List<ReportedFinding> findings, SyntaxSnapshot snapshot) {
    this.subject = subject;
    this.findings = findings;
    this.snapshot = snapshot;
  }

  static List<Violation> check(Subject subject, List<ReportedFinding> findings) {
    SyntaxSnapshot snapshot = SyntaxTree.snapshotOf(subject.language(), subject.text().string());
    LayoutInvariants invariants = new LayoutInvariants(subject, findings, snapshot);
    // tree-sitter guesses what broken code was meant to be, and may guess otherwise when it is laid out otherwise.
    if (snapshot.root().hasError()) {
      return List.of();
    }
    String text = subject.text().string();
    List<Violation> violations = new ArrayList<>();
    // All at once first: most often nothing changes, and one analysis is enough.
    if (invariants.changes(withCarriageReturns(withEmoji(subject, invariants.withTabs())), 1)) {
      invariants.report(violations, "tabs", invariants.withTabs(), 0);
      invariants.report(violations, "an emoji before", withEmoji(subject, text), 1);
      invariants.report(violations, "CRLF line ends", withCarriageReturns(text), 0);
      if (violations.isEmpty()) {
        violations.add(subject.violation(0, "layout changes nothing", "tabs, an emoji and CRLF together do"));
      }
    }
    return violations;
  }

  private void report(List<Violation> violations, String what, String variant, int linesBefore) {
    List<String> expected = Subject.describe(subject.text(), findings, 0);
    List<String> found = found(variant, linesBefore);
    if (!expected.equals(found)) {
      List<String> gone = new ArrayList<>(expected);
      found.forEach(gone::remove);
      List<String> added = new ArrayList<>(found);
      expected.forEach(added::remove);
      violations.add(subject.violation(0, "layout changes nothing", what + ": gone " + gone + ", new " + added));
    }
  }

  private boolean changes(String variant, int linesBefore) {
    return !found(variant, linesBefore).equals(Subject.describe(subject.text(), findings, 0));
  }

  private List<String> found(String variant, int linesBefore) {
    return Subject.describe(new SourceText(variant), subject.analyze(variant).findings(), linesBefore);
  }

  private static String withCarriageReturns(String text) {
    return text.contains("\r") ? text : text.replace("\n", "\r\n");
  }

  private static String withEmoji(Subject subject, String text) {
    return subject.language().lineComment() + " \uD83D\uDE80 \uD83D\uDC69\u200D\uD83D\uDCBB\n" + text;
  }

  /** The text with a tab for each four spaces that a line starts with, except in strings. */
  private String withTabs() {
    BitSet verbatim = linesThatStartInStrings();
    SourceText text = subject.text();
    StringBuilder result = new StringBuilder(text.length());
    for (int line = 0; line < text.lineCount(); line++) {
      int start = text.lineStart(line);
      int end = line + 1 < text.lineCount() ? text.lineStart(line + 1) : text.length();
      if (!verbatim.get(line)) {
        while (text.string().startsWith(" ".repeat(SPACES_PER_TAB), start)) {
          result.append('\t');
          start += SPACES_PER_TAB;
        }
      }
      result.append(text.string(), start, end);
    }
    return result.toString();
  }

  private BitSet linesThatStartInStrings() {
    BitSet lines = new BitSet();
    for (SyntaxNode node : snapshot.root().descendants()) {
      if (STRINGS.contains(node.kind())) {
        int first = node.line();
        int last = subject.text().lineOf(node.end());
        lines.set(first + 1, Math.max(first, last) + 1);
      }
    }
    return lines;
  }
}
