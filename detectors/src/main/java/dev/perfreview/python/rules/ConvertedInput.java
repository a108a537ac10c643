package dev.perfreview.python.rules;

import dev.perfreview.syntax.SyntaxNode;

/**
 * Inputs that a function takes in several shapes and makes one of: {@code if not isinstance(sizes, torch.Tensor): sizes =
 * torch.tensor(sizes)}. Whether anybody hands over another shape, the function does not tell.
 */
final class ConvertedInput {

  private ConvertedInput() {}

  /** Whether an {@code if} around a name asks what kind of thing it holds. */
  static boolean isTestedFor(SyntaxNode name) {
    if (!name.is("identifier")) {
      return false;
    }
    for (SyntaxNode around : name.ancestors()) {
      if (around.is("function_definition")) {
        return false;
      }
      SyntaxNode condition = around.isAny("if_statement", "elif_clause", "conditional_expression")
        ? around.is("conditional_expression")
          ? around.namedChildren().get(1)
          : around.field("condition")
        : null;
      if (condition != null && asks(condition, name.text())) {
        return true;
      }
    }
    return false;
  }

  private static boolean asks(SyntaxNode condition, String name) {
    return (
      condition
        .streamDescendants()
        .anyMatch(node -> node.is("call") && node.text().startsWith("isinstance(" + name + ",")) ||
      condition.text().startsWith("isinstance(" + name + ",")
    );
  }
}
