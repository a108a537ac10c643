package dev.perfreview.python;

import dev.perfreview.syntax.SyntaxNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * A branch that enlarges something which is never made smaller: {@code if size > self.max_size: self.max_size = size; …}. It is taken ever more
 * rarely.
 */
final class HighWaterMark {

  /** Words of the names of such marks. A position that events move on, {@code self.last_seen}, is none. */
  private static final Set<String> WORDS = Set.of("max", "maximum", "capacity", "cap", "size", "largest", "longest");

  private HighWaterMark() {}

  /** Whether an {@code if} compares with a mark of an object, and sets it where it is passed. */
  static boolean isRaised(SyntaxNode statement, SyntaxNode condition) {
    SyntaxNode block = statement.field("consequence");
    if (block == null || !condition.isAny("boolean_operator", "comparison_operator", "parenthesized_expression")) {
      return false;
    }
    for (SyntaxNode child : block.namedChildren()) {
      SyntaxNode inner = child.is("expression_statement") ? child.namedChildren().getFirst() : child;
      SyntaxNode mark = inner.is("assignment") ? inner.field("left") : null;
      boolean raises = mark != null && mark.is("attribute") && isMark(mark) && isPassed(condition, mark);
      if (raises || (inner.is("call") && isRaisedBy(inner, condition))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a method of the same object, which the branch calls, sets the mark: {@code if n > self.max_cached: self.enlarge(n)}. */
  private static boolean isRaisedBy(SyntaxNode call, SyntaxNode condition) {
    SyntaxNode function = call.field("function");
    SyntaxNode method = function == null ? null : function.field("attribute");
    SyntaxNode object = function == null ? null : function.field("object");
    SyntaxNode file = call.enclosing("module");
    if (method == null || object == null || file == null || !object.textIs("self")) {
      return false;
    }
    return condition
      .streamDescendants()
      .filter(mark -> mark.is("attribute") && isMark(mark) && isPassed(condition, mark))
      .anyMatch(mark ->
        file
          .streamDescendants()
          .filter(node -> node.is("function_definition"))
          .filter(node -> isCalled(node, method.text()))
          .anyMatch(node -> node.text().contains(mark.text() + " = "))
      );
  }

  private static boolean isCalled(SyntaxNode definition, String wanted) {
    SyntaxNode name = definition.field("name");
    return name != null && name.textIs(wanted);
  }

  private static boolean isMark(SyntaxNode attribute) {
    SyntaxNode name = attribute.field("attribute");
    if (name == null) {
      return false;
    }
    for (String word : name.text().split("_", -1)) {
      if (WORDS.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /** Whether one of the comparisons joined by {@code or} asks for more than the mark, or than a part of it. */
  private static boolean isPassed(SyntaxNode condition, SyntaxNode mark) {
    Deque<SyntaxNode> parts = new ArrayDeque<>(List.of(condition));
    while (!parts.isEmpty()) {
      SyntaxNode part = parts.pop();
      if (part.isAny("parenthesized_expression", "boolean_operator")) {
        parts.addAll(part.namedChildren());
      } else if (part.is("comparison_operator")) {
        boolean greater = part.firstChild(">") != null || part.firstChild(">=") != null;
        boolean less = part.firstChild("<") != null || part.firstChild("<=") != null;
        List<SyntaxNode> sides = part.namedChildren();
        if ((greater && isOf(sides.getLast(), mark)) || (less && isOf(sides.getFirst(), mark))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isOf(SyntaxNode value, SyntaxNode mark) {
    SyntaxNode whole = value.is("subscript") ? value.field("value") : value;
    return whole != null && whole.textIs(mark.text());
  }
}
