package dev.perfreview.python.rules;

import dev.perfreview.syntax.SyntaxNode;

/** Whether a coroutine gives up control within a piece of its code. */
final class AwaitSearch {

  private AwaitSearch() {}

  /** Whether the code awaits something, functions that it only defines not counted. */
  static boolean isIn(SyntaxNode code) {
    for (SyntaxNode node : code.descendants()) {
      boolean suspends =
        node.is("await") || (node.isAny("for_statement", "with_statement") && node.firstChild("async") != null);
      SyntaxNode function = suspends ? node.enclosing("function_definition", "lambda") : null;
      if (suspends && (function == null || !code.contains(function))) {
        return true;
      }
    }
    return false;
  }
}
