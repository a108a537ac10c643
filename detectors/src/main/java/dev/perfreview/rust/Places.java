package dev.perfreview.rust;

import dev.perfreview.syntax.SyntaxNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Expressions that name a value without computing one: {@code tokens}, {@code self.blocks}, {@code *request}. */
public final class Places {

  private Places() {}

  /**
   * The variable that a place starts from.
   *
   * @return the {@code identifier} or {@code self} node; nothing when the expression is no place, so that writing it twice could do
   *     something twice
   */
  public static @Nullable SyntaxNode rootOf(SyntaxNode expression) {
    SyntaxNode node = expression;
    while (true) {
      switch (node.kind()) {
        case "identifier", "self" -> {
          return node;
        }
        case "field_expression" -> {
          SyntaxNode value = node.field("value");
          if (value == null) {
            return null;
          }
          node = value;
        }
        case "parenthesized_expression", "unary_expression" -> {
          List<SyntaxNode> children = node.namedChildren();
          boolean plain = node.is("parenthesized_expression") || node.firstChild("*") != null;
          if (!plain || children.size() != 1) {
            return null;
          }
          node = children.getFirst();
        }
        default -> {
          return null;
        }
      }
    }
  }
}
