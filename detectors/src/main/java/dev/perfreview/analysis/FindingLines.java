package dev.perfreview.analysis;

import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SourceText;
import dev.perfreview.syntax.SyntaxSnapshot;
import dev.perfreview.syntax.TextRange;

/**
 * The lines that a finding starts and ends on. Lines that a backslash joins count as one in Python, since no comment can stand between
 * them: the first is where they start, the last where they end.
 *
 * @param first the zero-based line of the start
 * @param last the zero-based line of the end
 */
public record FindingLines(int first, int last) {
  /** The lines of a finding. */
  public static FindingLines of(SyntaxSnapshot snapshot, TextRange finding) {
    SourceText text = snapshot.text();
    int first = text.lineOf(finding.start());
    int last = text.lineOf(Math.max(finding.start(), finding.end() - 1));
    if (snapshot.language() == Language.PYTHON) {
      while (first > 0 && text.line(first - 1).endsWith("\\")) {
        first--;
      }
      while (last + 1 < text.lineCount() && text.line(last).endsWith("\\")) {
        last++;
      }
    }
    return new FindingLines(first, last);
  }

  /** Whether a finding with these lines starts or ends on a line where this one does, so that one comment speaks of both. */
  public boolean meet(FindingLines others) {
    return touch(others.first) || touch(others.last);
  }

  /** Whether a line is the first or the last. */
  boolean touch(int line) {
    return line == first || line == last;
  }
}
