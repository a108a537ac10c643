package dev.perfreview.toml;

import dev.perfreview.syntax.SourceText;
import dev.perfreview.syntax.TextRange;
import org.jspecify.annotations.Nullable;
import org.tomlj.TomlPosition;

/**
 * Where keys and values stand. The parser tells only where they start, in lines and code points counted from one, and for an array's
 * element the place may be that of the white space or comment before it.
 */
final class TomlSpans {

  private final SourceText source;
  private final String text;

  TomlSpans(SourceText source) {
    this.source = source;
    this.text = source.string();
  }

  /** The offset that the parser means. */
  int offsetOf(TomlPosition position) {
    int line = Math.clamp(position.line() - 1L, 0, source.lineCount() - 1);
    int start = source.lineStart(line);
    int end = source.lineEnd(line);
    int available = text.codePointCount(start, end);
    return text.offsetByCodePoints(start, Math.clamp(position.column() - 1L, 0, available));
  }

  /** The key of an assignment, or a table's whole header. */
  TextRange key(@Nullable TomlPosition position) {
    if (position == null) {
      return new TextRange(0, source.lineEnd(0));
    }
    int start = offsetOf(position);
    int end = start;
    boolean header = end < text.length() && text.charAt(end) == '[';
    while (end < text.length()) {
      char unit = text.charAt(end);
      if (unit == '"' || unit == '\'') {
        end = afterString(end);
      } else if (unit == '\n' || unit == '\r' || unit == '#' || (unit == '=' && !header)) {
        break;
      } else {
        end++;
      }
    }
    return trimmed(start, end);
  }

  /** The value of an assignment whose key starts at {@code position}; of a table, its header. */
  TextRange valueOfKey(@Nullable TomlPosition position) {
    TextRange key = key(position);
    int equals = skipBlanks(key.end());
    return equals < text.length() && text.charAt(equals) == '=' && position != null ? valueFrom(equals + 1) : key;
  }

  /** The value that starts at {@code position} or after the white space there. */
  TextRange value(TomlPosition position) {
    return valueFrom(offsetOf(position));
  }

  /**
   * A part of a string's value in the text; the whole string where that cannot be told.
   *
   * @param string the string with its quotes
   * @param value what it means
   * @param start where in the value the part starts
   * @param length how long it is there; 0 for all that follows on the same line
   */
  TextRange within(TextRange string, String value, int start, int length) {
    int[] places = StringPlaces.of(text.substring(string.start(), string.end()), value);
    if (places.length == 0) {
      return string;
    }
    int from = places[start];
    int line = source.lineOf(string.start() + from);
    int to = length == 0 ? source.lineEnd(line) - string.start() : places[start + length];
    int end = Math.min(to, places[value.length()]);
    TextRange part = trimmed(string.start() + from, string.start() + end);
    // At the very end there is only the closing quote to point at.
    return part.length() > 0
      ? part
      : new TextRange(string.start() + from, Math.min(string.start() + from + 1, string.end()));
  }

  /** The zero-based line of an offset. */
  int lineOf(int offset) {
    return source.lineOf(offset);
  }

  /** The rest of a line, for an error of syntax: never empty where the line is not. */
  TextRange restOfLine(TomlPosition position) {
    int start = offsetOf(position);
    int line = source.lineOf(start);
    TextRange rest = trimmed(start, source.lineEnd(line));
    return rest.length() > 0 ? rest : trimmed(source.lineStart(line), source.lineEnd(line));
  }

  private TextRange valueFrom(int from) {
    int start = skipToValue(from);
    int end = start;
    int depth = 0;
    while (end < text.length()) {
      char unit = text.charAt(end);
      if (unit == '"' || unit == '\'') {
        end = afterString(end);
      } else if (unit == '#' && depth > 0) {
        end = source.lineEnd(source.lineOf(end));
      } else if (unit == '[' || unit == '{') {
        depth++;
        end++;
      } else if (unit == ']' || unit == '}') {
        if (depth == 0) {
          break;
        }
        depth--;
        end++;
        if (depth == 0) {
          break;
        }
      } else if (depth == 0 && (unit == ',' || unit == '#' || unit == '\n' || unit == '\r')) {
        break;
      } else {
        end++;
      }
    }
    return trimmed(start, end);
  }

  private int skipToValue(int from) {
    int offset = from;
    while (offset < text.length()) {
      char unit = text.charAt(offset);
      if (unit == '#') {
        offset = source.lineEnd(source.lineOf(offset));
      } else if (Character.isWhitespace(unit)) {
        offset++;
      } else {
        break;
      }
    }
    return offset;
  }

  private int skipBlanks(int from) {
    int offset = from;
    while (offset < text.length() && (text.charAt(offset) == ' ' || text.charAt(offset) == '\t')) {
      offset++;
    }
    return offset;
  }

  private int afterString(int start) {
    String quote = text.substring(start, start + 1);
    boolean multiLine = text.startsWith(quote.repeat(3), start);
    String closing = multiLine ? quote.repeat(3) : quote;
    int offset = start + closing.length();
    while (offset < text.length()) {
      char unit = text.charAt(offset);
      if (unit == '\\' && quote.equals("\"")) {
        offset += 2;
      } else if (text.startsWith(closing, offset)) {
        return offset + closing.length();
      } else if (unit == '\n' && !multiLine) {
        return offset;
      } else {
        offset++;
      }
    }
    return text.length();
  }

  private TextRange trimmed(int start, int end) {
    int last = end;
    while (last > start && Character.isWhitespace(text.charAt(last - 1))) {
      last--;
    }
    return new TextRange(start, last);
  }
}
