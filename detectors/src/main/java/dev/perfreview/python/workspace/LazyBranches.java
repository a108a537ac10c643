package dev.perfreview.python.workspace;

import dev.perfreview.syntax.SyntaxNode;

/** Branches that make a thing when it is first asked for, so that all later calls pass them by. */
final class LazyBranches {

  private LazyBranches() {}

  /** Whether a node stands on one: {@code if self._client is None:}, {@code if key not in cache:}. */
  static boolean isAround(SyntaxNode node) {
    SyntaxNode inner = node;
    for (SyntaxNode ancestor : node.ancestors()) {
      if (ancestor.isAny("function_definition", "lambda")) {
        return false;
      }
      if (ancestor.is("if_statement") && "consequence".equals(inner.fieldName())) {
        SyntaxNode condition = ancestor.field("condition");
        if (condition != null && asksWhetherMissing(condition)) {
          return true;
        }
      }
      inner = ancestor;
    }
    return false;
  }

  private static boolean asksWhetherMissing(SyntaxNode condition) {
    String text = condition.text();
    return switch (condition.kind()) {
      case "comparison_operator" -> text.endsWith(" is None") || text.contains(" not in ");
      case "not_operator" -> {
        SyntaxNode argument = condition.field("argument");
        yield argument != null && (argument.is("attribute") || text.contains("hasattr"));
      }
      default -> false;
    };
  }
}
