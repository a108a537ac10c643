package dev.perfreview.analysis;

import dev.perfreview.syntax.SourceText;
import dev.perfreview.syntax.SyntaxNode;
import dev.perfreview.syntax.SyntaxSnapshot;
import dev.perfreview.syntax.TextRange;
import java.util.Set;

/**
 * The lines of the innermost statement around a span: of a compound one only its head, up to the block below it; with the decorators or
 * attributes before it.
 *
 * @param first the zero-based first line
 * @param last the zero-based last line
 */
record StatementLines(int first, int last) {
  /** The nodes whose children are statements, match arms or items, in Python and in Rust. */
  private static final Set<String> CONTAINERS = Set.of(
    "module",
    "block",
    "source_file",
    "declaration_list",
    "match_block"
  );

  private static final Set<String> COMMENTS = Set.of("comment", "line_comment", "block_comment");

  /** The lines of the statement around a span; of a comment its own. */
  static StatementLines around(SyntaxSnapshot snapshot, TextRange range) {
    SyntaxNode statement = snapshot.nodeAt(range);
    if (COMMENTS.contains(statement.kind())) {
      // It may stand in a statement, but is none of its code.
      int line = snapshot.text().lineOf(range.start());
      return new StatementLines(line, line);
    }
    for (SyntaxNode parent = statement.parent(); parent != null; parent = parent.parent()) {
      if (CONTAINERS.contains(parent.kind())) {
        break;
      }
      statement = parent;
    }
    SourceText text = snapshot.text();
    return new StatementLines(
      text.lineOf(startWithAttributes(statement)),
      text.lineOf(Math.max(range.start(), endOfHead(statement, range) - 1))
    );
  }

  private static int startWithAttributes(SyntaxNode statement) {
    SyntaxNode first = statement;
    SyntaxNode before = first.previousSibling();
    while (before != null && before.is("attribute_item")) {
      first = before;
      before = first.previousSibling();
    }
    return first.start();
  }

  private static int endOfHead(SyntaxNode statement, TextRange range) {
    for (SyntaxNode node : statement.descendants()) {
      if (node.start() >= range.end() && CONTAINERS.contains(node.kind())) {
        return node.text().startsWith("{") ? node.start() + 1 : endBefore(node);
      }
    }
    return statement.end();
  }

  /** Where the code before an indented block ends, comments not counted. */
  private static int endBefore(SyntaxNode block) {
    SyntaxNode before = block.previousSibling();
    while (before != null && before.is("comment")) {
      before = before.previousSibling();
    }
    return before == null ? block.start() : before.end();
  }
}
