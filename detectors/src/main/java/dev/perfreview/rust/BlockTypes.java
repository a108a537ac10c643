package dev.perfreview.rust;

import dev.perfreview.syntax.SyntaxNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Works out the types of expressions that hold statements: the type of the value that they end with. */
final class BlockTypes {

  private final ExpressionTypes expressions;

  BlockTypes(ExpressionTypes expressions) {
    this.expressions = expressions;
  }

  /** The type of a {@code block}, {@code if_expression}, {@code else_clause} or {@code match_expression}. */
  @Nullable
  RustType typeOf(SyntaxNode node) {
    return switch (node.kind()) {
      case "block" -> ofBlock(node);
      case "else_clause" -> ofOnly(node);
      case "if_expression" -> ofEither(node.field("consequence"), node.field("alternative"));
      case "match_expression" -> ofArms(node);
      default -> null;
    };
  }

  private @Nullable RustType ofBlock(SyntaxNode block) {
    List<SyntaxNode> statements = Comments.without(block.namedChildren());
    boolean plain = block.firstChild("async") == null && block.firstChild("label") == null;
    SyntaxNode last = statements.isEmpty() || !plain ? null : statements.getLast();
    boolean isValue = last != null && !last.isAny("let_declaration", "empty_statement") && !last.text().endsWith(";");
    return last != null && isValue ? expressions.typeOf(last) : null;
  }

  private @Nullable RustType ofOnly(SyntaxNode node) {
    List<SyntaxNode> children = Comments.without(node.namedChildren());
    return children.size() == 1 ? expressions.typeOf(children.getFirst()) : null;
  }

  /** All branches have one type, so the first that tells is enough. */
  private @Nullable RustType ofEither(@Nullable SyntaxNode first, @Nullable SyntaxNode second) {
    RustType type = first == null || second == null ? null : expressions.typeOf(first);
    return type != null || second == null ? type : expressions.typeOf(second);
  }

  private @Nullable RustType ofArms(SyntaxNode match) {
    SyntaxNode body = match.field("body");
    for (SyntaxNode arm : body == null ? List.<SyntaxNode>of() : body.namedChildren()) {
      SyntaxNode value = arm.field("value");
      RustType type = value == null ? null : expressions.typeOf(value);
      if (type != null) {
        return type;
      }
    }
    return null;
  }
}
