package dev.perfreview.python.rules;

import dev.perfreview.python.Loops;
import dev.perfreview.syntax.SyntaxNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a loop works out the same thing again and again. */
final class RepeatedExpression {

  private RepeatedExpression() {}

  /** Whether a loop or comprehension repeats code whose {@code object} it does not make itself. */
  static boolean isInLoopWithout(SyntaxNode code, @Nullable SyntaxNode object) {
    SyntaxNode root = object;
    while (root != null && root.is("attribute")) {
      root = root.field("object");
    }
    if (root == null || !root.is("identifier")) {
      return false;
    }
    List<SyntaxNode> loops = Loops.around(code);
    SyntaxNode loop = loops.isEmpty() ? comprehensionAround(code) : loops.getFirst();
    return loop != null && !Loops.isShort(loop) && !binds(loop, root.text());
  }

  /** The comprehension that evaluates code for each element; the first iterable is evaluated once. */
  private static @Nullable SyntaxNode comprehensionAround(SyntaxNode code) {
    SyntaxNode inner = code;
    for (SyntaxNode ancestor : code.ancestors()) {
      if (ancestor.isAny("function_definition", "lambda")) {
        return null;
      }
      boolean comprehension = ancestor.isAny(
        "list_comprehension",
        "set_comprehension",
        "dictionary_comprehension",
        "generator_expression"
      );
      if (comprehension && !inner.equals(ancestor.firstChild("for_in_clause"))) {
        return ancestor;
      }
      inner = ancestor;
    }
    return null;
  }

  /** Whether a loop gives a name its value, as its element or in its body. */
  private static boolean binds(SyntaxNode loop, String name) {
    return (
      isTarget(loop, name) ||
      loop
        .streamDescendants()
        .anyMatch(node -> node.isAny("assignment", "for_in_clause", "for_statement") && isTarget(node, name))
    );
  }

  private static boolean isTarget(SyntaxNode binder, String name) {
    SyntaxNode left = binder.field("left");
    return (
      left != null &&
      (left.textIs(name) || left.streamDescendants().anyMatch(part -> part.is("identifier") && part.textIs(name)))
    );
  }
}
