package dev.perfreview.server.lsp.document;

import dev.perfreview.syntax.SourceText;
import dev.perfreview.syntax.TextPosition;
import dev.perfreview.syntax.TextRange;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/** Turns LSP's positions, lines and UTF-16 columns, into offsets and back. What lies outside the text is moved to its nearest place. */
public final class Positions {

  private Positions() {}

  /** The offset of a position. */
  public static int offsetOf(Position position, SourceText text) {
    int line = Math.max(0, position.getLine());
    // Clients write "the end of the line" as a huge column, which must not overflow.
    int column = Math.clamp(position.getCharacter(), 0, text.length());
    return text.offsetOf(new TextPosition(line, column));
  }

  /** The span of a range; an inverted one is turned round. */
  public static TextRange spanOf(Range range, SourceText text) {
    int start = offsetOf(range.getStart(), text);
    int end = offsetOf(range.getEnd(), text);
    return new TextRange(Math.min(start, end), Math.max(start, end));
  }

  /** The range of a span. */
  public static Range rangeOf(TextRange span, SourceText text) {
    return new Range(positionOf(span.start(), text), positionOf(span.end(), text));
  }

  private static Position positionOf(int offset, SourceText text) {
    TextPosition position = text.positionOf(offset);
    return new Position(position.line(), position.column());
  }
}
