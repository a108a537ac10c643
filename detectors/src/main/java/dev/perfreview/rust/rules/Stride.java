package dev.perfreview.rust.rules;

import dev.perfreview.rust.Calls;
import dev.perfreview.rust.Places;
import dev.perfreview.rust.RustModel;
import dev.perfreview.rust.RustType;
import dev.perfreview.syntax.SyntaxNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a {@code while} loop through something of known length: {@code while start + width <= tokens.len()} whose body ends its
 * turns with {@code start += stride}.
 *
 * @param collection Rust code for what is stepped through
 */
record Stride(String collection) {
  private static final Set<String> SIZED = Set.of(RustType.SLICE, "std::vec::Vec", "str", "std::string::String");

  /** The stride of a loop; nothing when its condition says more, or each turn does not step on by as much. */
  static @Nullable Stride of(SyntaxNode loop, SyntaxNode body, RustModel model) {
    SyntaxNode condition = loop.field("condition");
    SyntaxNode operator = condition == null ? null : condition.field("operator");
    if (condition == null || operator == null || !condition.is("binary_expression") || !operator.isAny("<", "<=")) {
      return null;
    }
    SyntaxNode place = condition.field("left");
    SyntaxNode length = condition.field("right");
    if (place == null || length == null || !length.is("call_expression") || !"len".equals(Calls.nameOf(length))) {
      return null;
    }
    SyntaxNode collection = Calls.receiverOf(length);
    if (collection == null) {
      return null;
    }
    SyntaxNode root = Places.rootOf(collection);
    RustType type = root == null ? null : model.typeOf(collection);
    SyntaxNode counter = counterOf(place);
    boolean known =
      type != null && SIZED.contains(type.peeled().path()) && counter != null && isSteppedOn(counter, body);
    return known ? new Stride(collection.text()) : null;
  }

  /** The variable of {@code start} or {@code start + width}. */
  private static @Nullable SyntaxNode counterOf(SyntaxNode place) {
    SyntaxNode operator = place.is("binary_expression") ? place.field("operator") : null;
    SyntaxNode counter = operator != null && operator.is("+") ? place.field("left") : place;
    return counter != null && counter.is("identifier") ? counter : null;
  }

  /** Whether the body assigns to the counter in one place only, by adding to it in each turn. */
  private static boolean isSteppedOn(SyntaxNode counter, SyntaxNode body) {
    long changes = body
      .streamDescendants()
      .filter(node -> node.isAny("assignment_expression", "compound_assignment_expr"))
      .filter(change -> isName(change.field("left"), counter))
      .count();
    boolean steps = body
      .namedChildren()
      .stream()
      .filter(statement -> statement.is("expression_statement"))
      .map(statement -> statement.namedChildren().getFirst())
      .anyMatch(
        change ->
          change.is("compound_assignment_expr") &&
          isName(change.field("left"), counter) &&
          isAddition(change.field("operator"))
      );
    return changes == 1 && steps;
  }

  private static boolean isName(@Nullable SyntaxNode node, SyntaxNode name) {
    return node != null && node.textIs(name.text());
  }

  private static boolean isAddition(@Nullable SyntaxNode operator) {
    return operator != null && operator.is("+=");
  }
}
