package dev.perfreview.python.rules;

import dev.perfreview.syntax.SyntaxNode;
import java.util.Set;

/** Whether what grows in a loop is used in it for anything but growing. */
final class GrowthInLoop {

  /** Attributes that are known without the elements. */
  private static final Set<String> DESCRIPTIONS = Set.of("device", "dtype");

  private GrowthInLoop() {}

  /**
   * Whether a loop reads a value, or starts it anew, beside the assignment that makes it grow: then it is needed whole on each turn.
   * {@code x is None} and what follows it, the first value, do not count.
   */
  static boolean isUsedOtherwise(String place, SyntaxNode growth, SyntaxNode loop) {
    for (SyntaxNode node : loop.descendants()) {
      if (
        node.isAny("identifier", "attribute") &&
        node.textIs(place) &&
        !growth.contains(node) &&
        !isHarmless(node, place)
      ) {
        return true;
      }
    }
    return false;
  }

  private static boolean isHarmless(SyntaxNode use, String place) {
    SyntaxNode parent = use.parent();
    if (parent == null) {
      return false;
    }
    boolean isNameOnly = "name".equals(use.fieldName()) || "attribute".equals(use.fieldName());
    if (isNameOnly) {
      return true;
    }
    SyntaxNode attribute = parent.is("attribute") ? parent.field("attribute") : null;
    if (attribute != null) {
      return DESCRIPTIONS.contains(attribute.text());
    }
    if (parent.is("comparison_operator")) {
      return parent.namedChildren().getLast().is("none");
    }
    boolean assigned = parent.is("assignment") && "left".equals(use.fieldName());
    return assigned && isFirstValue(parent, place);
  }

  /** Whether an assignment stands under {@code if x is None} or beside the branch that lets it grow. */
  private static boolean isFirstValue(SyntaxNode assignment, String place) {
    for (SyntaxNode ancestor : assignment.ancestors()) {
      if (ancestor.isAny("for_statement", "while_statement", "function_definition")) {
        return false;
      }
      SyntaxNode condition = ancestor.is("if_statement") ? ancestor.field("condition") : null;
      if (
        condition != null && condition.is("comparison_operator") && condition.namedChildren().getFirst().textIs(place)
      ) {
        return condition.namedChildren().getLast().is("none");
      }
    }
    return false;
  }
}
