package dev.perfreview.python;

import dev.perfreview.syntax.SyntaxNode;
import java.util.List;

/**
 * The loop that a background task or thread stays in until the process ends: {@code while True:} at the end of a function that nothing
 * leaves. What stands before it runs once a process.
 */
final class EndlessLoop {

  private EndlessLoop() {}

  /** Whether a block is the body of a function that ends with such a loop, and the statement comes before the loop. */
  static boolean isAfter(SyntaxNode block, SyntaxNode statement) {
    SyntaxNode function = block.parent();
    if (function == null || !function.is("function_definition")) {
      return false;
    }
    SyntaxNode decorated = function.parent();
    List<SyntaxNode> statements = block.namedChildren();
    SyntaxNode last = statements.getLast();
    // A decorated function is mostly a route: each connection runs it anew.
    return (
      last.is("while_statement") &&
      !last.equals(statement) &&
      (decorated == null || !decorated.is("decorated_definition")) &&
      isEndless(last, function.firstChild("async") != null)
    );
  }

  private static boolean isEndless(SyntaxNode loop, boolean async) {
    SyntaxNode condition = loop.field("condition");
    SyntaxNode body = loop.field("body");
    return (
      condition != null &&
      body != null &&
      (condition.is("true") || condition.textIs("1")) &&
      (!async || survives(body)) &&
      body.streamDescendants().noneMatch(node -> node.isAny("break_statement", "return_statement", "yield"))
    );
  }

  /** Whether each turn handles its own errors: the loop of a coroutine for a connection ends with one. */
  private static boolean survives(SyntaxNode body) {
    return body
      .namedChildren()
      .stream()
      .anyMatch(statement -> statement.is("try_statement") && statement.firstChild("except_clause") != null);
  }
}
