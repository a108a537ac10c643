package dev.perfreview.analysis;

import dev.perfreview.heat.Heat;
import dev.perfreview.syntax.SourceText;
import dev.perfreview.syntax.TextEdit;
import dev.perfreview.syntax.TextRange;
import java.util.List;

/**
 * A comment, or the part of one, that speaks to perf-review: {@code # perf: ignore[rule-id] reason}, {@code // perf: hot(step)}.
 *
 * @param range from its comment sign to the end of the comment, or to the next pragma in the same comment
 * @param line the zero-based line that it stands on
 * @param ownLine whether its comment has the line for itself
 * @param meaning what it says
 */
record Pragma(TextRange range, int line, boolean ownLine, Meaning meaning) {
  /** What a pragma says. */
  sealed interface Meaning permits Ignore, HeatDeclaration, Malformed {}

  /**
   * Silences findings.
   *
   * @param ids the rules
   * @param idsRange the span between the brackets
   * @param wholeFile whether it holds for the file and not for its line only
   */
  record Ignore(List<String> ids, TextRange idsRange, boolean wholeFile) implements Meaning {
    /** The keyword before the bracket. */
    String keyword() {
      return wholeFile ? "ignore-file" : "ignore";
    }
  }

  /**
   * Says how often a function runs.
   *
   * @param heat how often
   * @param frequency what it runs once for each of: {@code step}; empty for cold
   */
  record HeatDeclaration(Heat heat, String frequency) implements Meaning {
    /** The words of the comment. */
    String written() {
      return heat == Heat.COLD ? "cold" : "hot(" + frequency + ")";
    }
  }

  /**
   * Means to say something and does not.
   *
   * @param problem what is wrong, as a message
   */
  record Malformed(String problem) implements Meaning {}

  /** The edit that takes the pragma away: with its line when nothing else stands there, else with the space before it. */
  TextEdit deletion(SourceText text) {
    int lineStart = text.lineStart(line);
    int lineEnd = text.lineEnd(line);
    int start = range.start();
    while (start > lineStart && Character.isWhitespace(text.string().charAt(start - 1))) {
      start--;
    }
    boolean wholeLine = start == lineStart && range.end() == lineEnd;
    if (!wholeLine) {
      // Before another pragma its own space stays, else the space before it goes too.
      return TextEdit.delete(range.end() == lineEnd ? start : range.start(), range.end());
    }
    if (line + 1 < text.lineCount()) {
      return TextEdit.delete(lineStart, text.lineStart(line + 1));
    }
    return TextEdit.delete(line == 0 ? lineStart : text.lineEnd(line - 1), lineEnd);
  }
}
