package dev.perfreview.python.rules;

import dev.perfreview.syntax.SyntaxNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The operands of a chain of {@code +} that is sure to make a string, since one of its first two operands is a literal.
 *
 * @param operands in order
 */
record ConcatenatedParts(List<SyntaxNode> operands) {
  private static final int MOST = 64;

  /** Takes a {@code binary_operator} node apart. */
  static Optional<ConcatenatedParts> of(SyntaxNode sum) {
    Deque<SyntaxNode> operands = new ArrayDeque<>();
    SyntaxNode node = sum;
    while (isSum(node)) {
      SyntaxNode left = node.field("left");
      SyntaxNode right = node.field("right");
      if (left == null || right == null || operands.size() > MOST) {
        return Optional.empty();
      }
      operands.push(right);
      node = left;
    }
    operands.push(node);
    List<SyntaxNode> parts = new ArrayList<>(operands);
    boolean makesString = parts.size() > 1 && (parts.get(0).is("string") || parts.get(1).is("string"));
    boolean constant = parts.stream().allMatch(EagerFormat::isConstantLiteral);
    return makesString && !constant ? Optional.of(new ConcatenatedParts(parts)) : Optional.empty();
  }

  private static boolean isSum(SyntaxNode node) {
    SyntaxNode operator = node.is("binary_operator") ? node.field("operator") : null;
    return operator != null && operator.textIs("+");
  }
}
