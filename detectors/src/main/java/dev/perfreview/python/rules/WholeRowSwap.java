package dev.perfreview.python.rules;

import dev.perfreview.rule.Finding;
import dev.perfreview.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Two rows of an array swapped over their whole length through a copy of one: {@code t = a[i, ...].copy()}, {@code a[i, ...] = a[j,
 * ...]}, {@code a[j, ...] = t}. Rows of a batch are as long as the longest sequence may get, and mostly almost empty.
 */
final class WholeRowSwap {

  private WholeRowSwap() {}

  /** What is wrong with the copy of a row. */
  static Optional<Finding> find(CopyExpression copy) {
    SyntaxNode row = copy.source();
    SyntaxNode assignment = copy.node().parent();
    if (!row.is("subscript") || assignment == null || !assignment.is("assignment") || !isWhole(row)) {
      return Optional.empty();
    }
    SyntaxNode kept = assignment.field("left");
    SyntaxNode second = assignmentAfter(assignment);
    SyntaxNode third = second == null ? null : assignmentAfter(second);
    SyntaxNode into = second == null ? null : second.field("left");
    SyntaxNode from = second == null ? null : second.field("right");
    if (into == null || from == null || !into.textIs(row.text()) || !isRowOfSame(from, row)) {
      return Optional.empty();
    }
    SyntaxNode last = third == null ? null : third.field("left");
    SyntaxNode value = third == null ? null : third.field("right");
    boolean swapped =
      last != null && value != null && last.textIs(from.text()) && kept != null && value.textIs(kept.text());
    return swapped
      ? Optional.of(
          Finding.at(
            copy.node(),
            "`%s` and the lines after it swap the rows over their whole length: only the part in use need be copied".formatted(
              ShortText.of(copy.node())
            )
          )
        )
      : Optional.empty();
  }

  /** Whether the last index takes all there is: {@code ...} or {@code :}. */
  private static boolean isWhole(SyntaxNode row) {
    List<SyntaxNode> indices = row.fields("subscript");
    return indices.size() > 1 && (indices.getLast().is("ellipsis") || indices.getLast().textIs(":"));
  }

  private static boolean isRowOfSame(SyntaxNode other, SyntaxNode row) {
    SyntaxNode array = other.is("subscript") ? other.field("value") : null;
    SyntaxNode ofRow = row.field("value");
    return array != null && ofRow != null && array.textIs(ofRow.text()) && !other.textIs(row.text());
  }

  private static @Nullable SyntaxNode assignmentAfter(SyntaxNode assignment) {
    SyntaxNode statement = assignment.parent();
    SyntaxNode next = statement == null ? null : statement.nextNamedSibling();
    while (next != null && next.is("comment")) {
      next = next.nextNamedSibling();
    }
    return next == null ? null : next.firstChild("assignment");
  }
}
