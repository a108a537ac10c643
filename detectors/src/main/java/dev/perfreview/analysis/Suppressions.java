package dev.perfreview.analysis;

import dev.perfreview.analysis.Pragma.Ignore;
import dev.perfreview.syntax.SourceText;
import dev.perfreview.syntax.SyntaxSnapshot;
import dev.perfreview.syntax.TextRange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The suppression comments of one file and what each of them silenced.
 *
 * <p>A comment after code silences the findings of its rules that start or end on its line, and those anywhere in the statement whose last
 * line it is. A comment with a line of its own silences those that start on the next line with code, directly below it, and those anywhere in the
 * statement that starts there. Lines that a backslash joins count as one. Of a compound statement only the head counts, not the block below. {@code ignore-file} silences all of its
 * rules' findings in the file, wherever it stands.
 */
final class Suppressions {

  private final SyntaxSnapshot snapshot;
  private final List<Suppression> suppressions = new ArrayList<>();

  /**
   * One comment.
   *
   * @param pragma the comment
   * @param ignore what it says
   * @param target the zero-based line of code that it speaks of
   * @param used those of its rules that it silenced; filled by {@link #silence}
   */
  record Suppression(Pragma pragma, Ignore ignore, int target, Set<String> used) {
    /** Those of its rules that it silenced nothing of. */
    List<String> unused() {
      return ignore
        .ids()
        .stream()
        .filter(id -> !used.contains(id))
        .toList();
    }
  }

  private Suppressions(SyntaxSnapshot snapshot) {
    this.snapshot = snapshot;
  }

  /** The suppressions among the pragmas of a file. */
  static Suppressions of(SyntaxSnapshot snapshot, List<Pragma> pragmas) {
    Suppressions result = new Suppressions(snapshot);
    for (Pragma pragma : pragmas) {
      if (pragma.meaning() instanceof Ignore ignore) {
        int target = pragma.ownLine() ? lineBelow(snapshot, pragma.line()) : pragma.line();
        result.suppressions.add(new Suppression(pragma, ignore, target, new HashSet<>()));
      }
    }
    return result;
  }

  /** The suppression comments, in the order of the text. */
  List<Suppression> all() {
    return suppressions;
  }

  /** Whether a finding is silenced; notes which comments did it. */
  boolean silence(String ruleId, TextRange finding) {
    boolean silenced = false;
    for (Suppression suppression : suppressions) {
      if (suppression.ignore().ids().contains(ruleId) && reaches(suppression, finding)) {
        suppression.used().add(ruleId);
        silenced = true;
      }
    }
    return silenced;
  }

  /** Whether a finding at this place is one that the comment speaks of, if it names the rule. */
  boolean reaches(Suppression suppression, TextRange finding) {
    if (suppression.ignore().wholeFile()) {
      return true;
    }
    FindingLines lines = FindingLines.of(snapshot, finding);
    Pragma pragma = suppression.pragma();
    int line = pragma.line();
    if (pragma.ownLine()) {
      // Findings about comments stand on its own line.
      boolean directly = lines.first() == suppression.target() || lines.first() == line;
      return directly || StatementLines.around(snapshot, finding).first() == suppression.target();
    }
    return lines.touch(line) || StatementLines.around(snapshot, finding).last() == line;
  }

  /** The line of code directly below a comment and those that follow it; the comment's own where there is none. */
  private static int lineBelow(SyntaxSnapshot snapshot, int line) {
    SourceText text = snapshot.text();
    String sign = snapshot.language().lineComment();
    int below = line + 1;
    while (below < text.lineCount() && text.line(below).stripLeading().startsWith(sign)) {
      below++;
    }
    return below < text.lineCount() && !text.line(below).isBlank() ? below : line;
  }
}
