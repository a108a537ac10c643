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
 * statement that starts there. Of a compound statement only the head counts, not the block below. {@code ignore-file} silences all of its
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
    SourceText text = snapshot.text();
    int first = text.lineOf(finding.start());
    int last = text.lineOf(Math.max(finding.start(), finding.end() - 1));
    Pragma pragma = suppression.pragma();
    if (pragma.ownLine()) {
      boolean below = pragma.line() <= first && first <= suppression.target();
      return below || StatementLines.around(snapshot, finding).first() == suppression.target();
    }
    int line = pragma.line();
    return first == line || last == line || StatementLines.around(snapshot, finding).last() == line;
  }

  /** The next line that is more than a comment, seen from one that is none; the line itself where an empty one or none follows. */
  private static int lineBelow(SyntaxSnapshot snapshot, int line) {
    SourceText text = snapshot.text();
    String sign = snapshot.language().lineComment();
    for (int below = line + 1; below < text.lineCount(); below++) {
      String content = text.line(below).strip();
      if (!content.startsWith(sign)) {
        return content.isEmpty() ? line : below;
      }
    }
    return line;
  }
}
