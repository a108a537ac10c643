package dev.perfreview.server.report;

import com.google.gson.stream.JsonWriter;
import dev.perfreview.syntax.SourceText;
import dev.perfreview.syntax.TextPosition;
import dev.perfreview.syntax.TextRange;
import java.io.IOException;

/**
 * A span as reports count it: from one, columns in UTF-16 units, the end one past the last unit.
 *
 * @param startLine the first line
 * @param startColumn the first column
 * @param endLine the line of the end
 * @param endColumn the column of the end
 */
record Positions(int startLine, int startColumn, int endLine, int endColumn) {
  static Positions of(SourceText text, TextRange range) {
    TextPosition start = text.positionOf(range.start());
    TextPosition end = text.positionOf(range.end());
    return new Positions(start.line() + 1, start.column() + 1, end.line() + 1, end.column() + 1);
  }

  /** Writes the four as members of the object that is open. */
  void writeTo(JsonWriter json) throws IOException {
    json.name("startLine").value(startLine);
    json.name("startColumn").value(startColumn);
    json.name("endLine").value(endLine);
    json.name("endColumn").value(endColumn);
  }
}
