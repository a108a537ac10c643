package dev.perfreview.python.rules;

import dev.perfreview.syntax.SyntaxNode;
import org.jspecify.annotations.Nullable;

/** The statements of a block, one after the other. */
final class Statements {

  private Statements() {}

  /** The statement of the innermost block around a node that holds it; the node itself where it is one. */
  static SyntaxNode around(SyntaxNode node) {
    SyntaxNode statement = node;
    for (SyntaxNode ancestor : node.ancestors()) {
      if (ancestor.isAny("block", "module")) {
        break;
      }
      statement = ancestor;
    }
    return statement;
  }

  /** The statement before another in its block, comments left out; nothing before the first. */
  static @Nullable SyntaxNode before(SyntaxNode statement) {
    SyntaxNode previous = statement.previousSibling();
    while (previous != null && previous.is("comment")) {
      previous = previous.previousSibling();
    }
    return previous;
  }
}
