package dev.perfreview.server.report;

import dev.perfreview.syntax.SourceText;
import dev.perfreview.syntax.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Lines of source with a mark under a span of them, as compilers show them. */
final class Excerpt {

  /** A span over more lines than this is shown by its first two and its last. */
  private static final int MOST_LINES = 4;

  private static final String ELLIPSIS = "…";

  private final SourceText text;
  private final int columns;
  private final Style style;

  /**
   * An excerpt writer for one file.
   *
   * @param columns how wide a line may be, the numbers before it not counted
   */
  Excerpt(SourceText text, int columns, Style style) {
    this.text = text;
    this.columns = columns;
    this.style = style;
  }

  /** How many digits the line numbers of these spans have. */
  static int digitsFor(SourceText text, List<TextRange> ranges) {
    int last = ranges
      .stream()
      .mapToInt(range -> text.lineOf(range.end()))
      .max()
      .orElse(0);
    return String.valueOf(last + 1).length();
  }

  /** The empty margin that stands before what belongs to an excerpt and is no line of it. */
  String margin(int digits, String frame) {
    return " ".repeat(digits + 2) + style.faint(frame) + " ";
  }

  /**
   * The lines of a span, each with the marks below it.
   *
   * @param range the span
   * @param digits how wide the line numbers are
   * @param mark what stands under each column of the span
   * @param colour of the marks
   * @param note what stands after the last mark, or nothing
   */
  List<String> of(TextRange range, int digits, char mark, UnaryOperator<String> colour, String note) {
    int first = text.lineOf(range.start());
    int last = Math.max(first, text.lineOf(Math.max(range.start(), range.end() - 1)));
    List<String> lines = new ArrayList<>();
    for (int line = first; line <= last; line++) {
      if (last - first >= MOST_LINES && line == first + 2) {
        lines.add(margin(digits, ELLIPSIS).stripTrailing());
        line = last;
      }
      addLine(line, range, digits, mark, colour, line == last && !note.isEmpty() ? " " + note : "", lines);
    }
    return lines;
  }

  private void addLine(
    int line,
    TextRange range,
    int digits,
    char mark,
    UnaryOperator<String> colour,
    String note,
    List<String> lines
  ) {
    int lineStart = text.lineStart(line);
    String content = text.line(line);
    DisplayLine shown = DisplayLine.of(content);
    int from = shown.columnOf(Math.max(range.start() - lineStart, content.length() - content.stripLeading().length()));
    int to = Math.max(from + 1, shown.columnOf(Math.min(range.end() - lineStart, content.stripTrailing().length())));
    int left =
      shown.width() <= columns || to < columns ? 0 : Math.max(0, Math.min(from - columns / 4, shown.width() - columns));
    int right = Math.min(shown.width(), left + columns);
    String before = left > 0 ? ELLIPSIS : "";
    String after = right < shown.width() ? ELLIPSIS : "";
    String number = String.valueOf(line + 1);
    lines.add(
      (
        " ".repeat(digits + 1 - number.length()) +
        style.faint(number + " |") +
        " " +
        before +
        shown.between(left, right) +
        after
      ).stripTrailing()
    );
    int marks = Math.max(1, Math.min(to, Math.max(right, from + 1)) - from);
    String padding = " ".repeat(from - left + before.length());
    lines.add(margin(digits, "|") + padding + colour.apply(String.valueOf(mark).repeat(marks) + note));
  }
}
