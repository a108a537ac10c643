package dev.perfreview.rust.guards;

import dev.perfreview.syntax.SourceText;
import dev.perfreview.syntax.SyntaxNode;
import dev.perfreview.syntax.TextEdit;
import org.jspecify.annotations.Nullable;

/** Where statements can be put in and taken out. */
final class Statements {

  private Statements() {}

  /** The statement around a node that stands directly in a block; nothing where the node is in none. */
  static @Nullable SyntaxNode around(SyntaxNode node) {
    SyntaxNode inner = node;
    for (SyntaxNode outer : node.ancestors()) {
      if (outer.is("block")) {
        return inner;
      }
      if (outer.isAny("function_item", "closure_expression", "async_block")) {
        return null;
      }
      inner = outer;
    }
    return null;
  }

  /** What stands between a statement that is put before this one and this one. */
  static String lineBreakBefore(SyntaxNode statement) {
    SourceText text = statement.snapshot().text();
    return text.lineSeparator() + text.indentationOf(statement.line());
  }

  /** Takes a statement out, with its line where it stands alone on it. */
  static TextEdit delete(SyntaxNode statement) {
    SourceText text = statement.snapshot().text();
    int line = statement.line();
    boolean alone = text.line(line).strip().length() == statement.end() - statement.start();
    return alone && line + 1 < text.lineCount()
      ? TextEdit.delete(text.lineStart(line), text.lineStart(line + 1))
      : TextEdit.delete(statement.start(), statement.end());
  }
}
