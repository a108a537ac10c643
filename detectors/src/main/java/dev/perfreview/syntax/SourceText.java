package dev.perfreview.syntax;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * An immutable text with its lines. A line ends with {@code \n}, {@code \r\n} or {@code \r}, as LSP 3.17 has it ("Text
 * Documents"). All offsets are UTF-16 units, so they are {@link String} indexes and LSP columns at once.
 */
public final class SourceText {

  /** That of {@link String#hashCode}. */
  private static final int HASH_FACTOR = 31;

  private final String text;
  private final int[] lineStarts;

  /** Takes the text and finds its lines. */
  public SourceText(String text) {
    this.text = text;
    this.lineStarts = findLineStarts(text);
  }

  private static int[] findLineStarts(String text) {
    int[] starts = new int[Math.max(16, text.length() / 32)];
    int count = 1;
    // Searching for one character takes a tenth of the time of looking at each.
    int carriageReturn = text.indexOf('\r');
    int newline = text.indexOf('\n');
    while (newline >= 0 || carriageReturn >= 0) {
      int next;
      if (carriageReturn >= 0 && (newline < 0 || carriageReturn < newline)) {
        next = carriageReturn + 1 == newline ? newline + 1 : carriageReturn + 1;
      } else {
        next = newline + 1;
      }
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
      }
      starts[count++] = next;
      newline = newline >= 0 && newline < next ? text.indexOf('\n', next) : newline;
      carriageReturn = carriageReturn >= 0 && carriageReturn < next ? text.indexOf('\r', next) : carriageReturn;
    }
    return Arrays.copyOf(starts, count);
  }

  /** The whole text. */
  public String string() {
    return text;
  }

  /** Its length in UTF-16 units. */
  public int length() {
    return text.length();
  }

  /** The text of a span. */
  public String substring(TextRange range) {
    return text.substring(range.start(), range.end());
  }

  /**
   * What {@link String#hashCode} says of a part of the text, which is not copied for it.
   *
   * @param start its first UTF-16 offset
   * @param end the UTF-16 offset after its last
   */
  public int hashOf(int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = HASH_FACTOR * hash + text.charAt(i);
    }
    return hash;
  }

  /** How many lines there are; at least one. */
  public int lineCount() {
    return lineStarts.length;
  }

  /** The zero-based line that holds {@code offset}. */
  public int lineOf(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    return found >= 0 ? found : -found - 2;
  }

  /** How many {@code \n} there are before {@code offset}. */
  int newlinesBefore(int offset) {
    if (text.indexOf('\r') < 0) {
      return lineOf(offset);
    }
    int newlines = 0;
    for (int found = text.indexOf('\n'); found >= 0 && found < offset; found = text.indexOf('\n', found + 1)) {
      newlines++;
    }
    return newlines;
  }

  /** The offset of a line's first unit. */
  public int lineStart(int line) {
    return lineStarts[line];
  }

  /** The offset after a line's last unit, its line end not counted. */
  public int lineEnd(int line) {
    int end = line + 1 < lineStarts.length ? lineStarts[line + 1] : text.length();
    if (line + 1 < lineStarts.length) {
      end--;
      if (end > lineStarts[line] && text.charAt(end) == '\n' && text.charAt(end - 1) == '\r') {
        end--;
      }
    }
    return end;
  }

  /** A line's text without its line end. */
  public String line(int line) {
    return text.substring(lineStart(line), lineEnd(line));
  }

  /** The white space that a line starts with. */
  public String indentationOf(int line) {
    int start = lineStart(line);
    int end = start;
    int limit = lineEnd(line);
    while (end < limit && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
      end++;
    }
    return text.substring(start, end);
  }

  /** The line end that this text uses: that of its first line, {@code \n} when there is only one line. */
  public String lineSeparator() {
    if (lineStarts.length == 1) {
      return "\n";
    }
    return text.substring(lineEnd(0), lineStarts[1]);
  }

  /** The line and column of an offset. */
  public TextPosition positionOf(int offset) {
    int line = lineOf(offset);
    return new TextPosition(line, offset - lineStarts[line]);
  }

  /** The offset of a position; one past a line's end or past the last line is moved back to it, as LSP asks. */
  public int offsetOf(TextPosition position) {
    if (position.line() >= lineStarts.length) {
      return text.length();
    }
    return Math.min(lineStarts[position.line()] + position.column(), lineEnd(position.line()));
  }

  /**
   * The text after edits that all refer to this text.
   *
   * @throws IllegalArgumentException when two edits overlap or one is out of range
   */
  public SourceText apply(List<TextEdit> edits) {
    List<TextEdit> ordered = edits
      .stream()
      .sorted(Comparator.comparingInt(edit -> edit.range().start()))
      .toList();
    StringBuilder result = new StringBuilder(text.length() + 64);
    int copied = 0;
    for (TextEdit edit : ordered) {
      if (edit.range().start() < copied || edit.range().end() > text.length()) {
        throw new IllegalArgumentException("edits overlap or leave the text: " + ordered);
      }
      result.append(text, copied, edit.range().start()).append(edit.replacement());
      copied = edit.range().end();
    }
    return new SourceText(result.append(text, copied, text.length()).toString());
  }
}
