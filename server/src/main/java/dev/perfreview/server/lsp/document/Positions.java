package dev.perfreview.server.lsp.document;

import dev.perfreview.server.lsp.client.PositionEncoding;
import dev.perfreview.syntax.SourceText;
import dev.perfreview.syntax.TextPosition;
import dev.perfreview.syntax.TextRange;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/**
 * Turns LSP's positions, lines and columns, into offsets and back: the only place that knows what a client's columns count. What lies outside
 * the text is moved to its nearest place, and what lies within a character to its start.
 *
 * @param encoding what columns count
 */
public record Positions(PositionEncoding encoding) {
  /** The offset of a position. */
  public int offsetOf(Position position, SourceText text) {
    int line = Math.max(0, position.getLine());
    if (encoding != PositionEncoding.UTF16 && line < text.lineCount()) {
      return offsetIn(line, position.getCharacter(), text);
    }
    // Clients write "the end of the line" as a huge column, which must not overflow.
    int column = Math.clamp(position.getCharacter(), 0, text.length());
    return text.offsetOf(new TextPosition(line, column));
  }

  private int offsetIn(int line, int column, SourceText text) {
    int end = text.lineEnd(line);
    int offset = text.lineStart(line);
    int left = column;
    while (offset < end) {
      int codePoint = text.string().codePointAt(offset);
      left -= encoding.columnsOf(codePoint);
      if (left < 0) {
        break;
      }
      offset += Character.charCount(codePoint);
    }
    return offset;
  }

  /** The span of a range; an inverted one is turned round. */
  public TextRange spanOf(Range range, SourceText text) {
    int start = offsetOf(range.getStart(), text);
    int end = offsetOf(range.getEnd(), text);
    return new TextRange(Math.min(start, end), Math.max(start, end));
  }

  /** The range of a span. */
  public Range rangeOf(TextRange span, SourceText text) {
    return new Range(positionOf(span.start(), text), positionOf(span.end(), text));
  }

  private Position positionOf(int offset, SourceText text) {
    TextPosition position = text.positionOf(offset);
    return new Position(
      position.line(),
      encoding == PositionEncoding.UTF16 ? position.column() : columnsBetween(offset - position.column(), offset, text)
    );
  }

  private int columnsBetween(int start, int end, SourceText text) {
    return text.string().substring(start, end).codePoints().map(encoding::columnsOf).sum();
  }
}
