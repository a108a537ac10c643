package dev.perfreview.python;

import dev.perfreview.syntax.SyntaxNode;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The loop that a background task or thread stays in until the process ends: {@code while True:} at the end of a function that nothing
 * leaves. What stands before it runs once a process.
 */
final class EndlessLoop {

  private static final Pattern PROCESS = Pattern.compile("(^|_)(worker|daemon|main|entry)(_|$)");

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
    if (decorated != null && decorated.is("decorated_definition")) {
      return false;
    }
    return (
      (last.is("while_statement") &&
        !last.equals(statement) &&
        isEndless(last, function.firstChild("async") != null)) ||
      (isNamedForProcess(function) &&
        statements.stream().anyMatch(loop -> loop.start() > statement.start() && isForever(loop)))
    );
  }

  /** Whether a function is what a process or a worker does as long as it lives, even if the loop can be left to end it. */
  private static boolean isNamedForProcess(SyntaxNode function) {
    SyntaxNode name = function.field("name");
    return name != null && PROCESS.matcher(name.text()).find();
  }

  private static boolean isForever(SyntaxNode statement) {
    SyntaxNode condition = statement.is("while_statement") ? statement.field("condition") : null;
    return condition != null && condition.is("true");
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
