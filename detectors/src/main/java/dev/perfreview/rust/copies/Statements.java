package dev.perfreview.rust.copies;

import dev.perfreview.rust.Comments;
import dev.perfreview.syntax.SyntaxNode;
import org.jspecify.annotations.Nullable;

/** Finds the statements around expressions. */
final class Statements {

  private Statements() {}

  /** The statement or last expression of a block that a node is part of; nothing outside of blocks. */
  static @Nullable SyntaxNode around(SyntaxNode node) {
    SyntaxNode inner = node;
    for (SyntaxNode outer : node.ancestors()) {
      if (outer.is("block")) {
        return inner;
      }
      if (outer.isAny("function_item", "closure_expression")) {
        return outer.is("closure_expression") ? inner : null;
      }
      inner = outer;
    }
    return null;
  }

  /** The next statement in the same block, comments left out. */
  static @Nullable SyntaxNode after(SyntaxNode statement) {
    SyntaxNode next = statement.nextNamedSibling();
    while (next != null && Comments.isComment(next)) {
      next = next.nextNamedSibling();
    }
    return next;
  }

  /** The expression of a statement. */
  static SyntaxNode expressionOf(SyntaxNode statement) {
    return statement.is("expression_statement") && !statement.namedChildren().isEmpty()
      ? statement.namedChildren().getFirst()
      : statement;
  }
}
