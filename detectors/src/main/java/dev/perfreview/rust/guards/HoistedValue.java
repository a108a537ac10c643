package dev.perfreview.rust.guards;

import dev.perfreview.rule.Fix;
import dev.perfreview.rust.RustType;
import dev.perfreview.syntax.SyntaxNode;
import dev.perfreview.syntax.TextEdit;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Ends a temporary guard in the head of a {@code match}, {@code if let}, {@code while let} or {@code for} before the body runs: the value
 * made of the guard, where it is one of its own, goes into a variable first.
 */
public final class HoistedValue {

  /** Types that are copied out from behind a guard. */
  private static final Set<String> COPY_TYPES = Set.of(
    "bool",
    "char",
    "f32",
    "f64",
    "i8",
    "i16",
    "i32",
    "i64",
    "i128",
    "isize",
    "u8",
    "u16",
    "u32",
    "u64",
    "u128",
    "usize",
    "std::time::Duration",
    "std::time::Instant"
  );

  /** Methods that answer an element of a standard collection, owned; of another type they may answer a reference. */
  private static final Set<String> COLLECTION_METHODS = Set.of("pop", "pop_first", "pop_front", "pop_back", "pop_last");

  private static final Set<String> STANDARD_COLLECTIONS = Set.of(
    "std::collections::BTreeMap",
    "std::collections::BTreeSet",
    "std::collections::BinaryHeap",
    "std::collections::VecDeque",
    "std::vec::Vec"
  );

  private HoistedValue() {}

  /** The fix for a guard that is a temporary of a head; nothing where the head's value may borrow from the guard. */
  public static @Nullable Fix of(Guard guard) {
    SyntaxNode head = guard.owner() instanceof Owner.Temporary ? headAround(guard.acquisition().guard()) : null;
    if (head == null || !isCertainlyOwned(head, guard)) {
      return null;
    }
    String name = nameFor(head, guard.acquisition().lock());
    SyntaxNode statement = statementBefore(head);
    if (statement == null) {
      String value = "{ let " + name + " = " + head.text() + "; " + name + " }";
      return Fix.safe("Take the value out of the guard before the body runs", TextEdit.replace(head, value));
    }
    return Fix.safe(
      "Take the value out of the guard before the body runs",
      TextEdit.insert(
        statement.start(),
        "let " + name + " = " + head.text() + ";" + Statements.lineBreakBefore(statement)
      ),
      TextEdit.replace(head, name)
    );
  }

  /** The expression that a {@code match}, a {@code for} or a {@code let} condition starts with and that the guard is part of. */
  static @Nullable SyntaxNode headAround(SyntaxNode guard) {
    SyntaxNode inner = guard;
    for (SyntaxNode outer : guard.ancestors()) {
      if (outer.isAny("match_expression", "let_condition", "for_expression")) {
        return "value".equals(inner.fieldName()) ? inner : null;
      }
      if (
        outer.isAny(
          "block",
          "let_declaration",
          "expression_statement",
          "closure_expression",
          "async_block",
          "token_tree"
        )
      ) {
        return null;
      }
      inner = outer;
    }
    return null;
  }

  private static boolean isCertainlyOwned(SyntaxNode head, Guard guard) {
    LockType lock = guard.acquisition().type();
    if (head.is("unary_expression")) {
      boolean copies = head.text().startsWith("*") && head.contains(guard.acquisition().guard());
      SyntaxNode operand = head.namedChildren().getLast();
      return copies && isCopy(lock.guarded()) && operand.equals(guard.acquisition().guard());
    }
    if (!OwnedValues.isOwned(head)) {
      return false;
    }
    for (SyntaxNode call = head; call != null; call = receiverOf(call)) {
      String method = String.valueOf(OwnedValues.methodOf(call));
      if (method.equals("take") && !lock.guardsOption()) {
        return false;
      }
      if (COLLECTION_METHODS.contains(method) && !STANDARD_COLLECTIONS.contains(lock.guarded().path())) {
        return false;
      }
    }
    return true;
  }

  private static boolean isCopy(RustType type) {
    return type.references() == 0 && COPY_TYPES.contains(type.path());
  }

  private static @Nullable SyntaxNode receiverOf(SyntaxNode expression) {
    return switch (expression.kind()) {
      case "call_expression" -> {
        SyntaxNode function = expression.field("function");
        yield function != null && function.is("field_expression") ? function.field("value") : null;
      }
      case "try_expression", "parenthesized_expression", "await_expression" -> expression.namedChildren().getFirst();
      default -> null;
    };
  }

  /** The statement before which the value can be taken out, where nothing else of the statement runs before its head. */
  private static @Nullable SyntaxNode statementBefore(SyntaxNode head) {
    SyntaxNode construct = head.parent();
    if (construct != null && construct.is("let_condition")) {
      construct = construct.parent();
      if (construct != null && !construct.is("if_expression")) {
        return null;
      }
    }
    SyntaxNode statement = construct == null ? null : construct.parent();
    if (statement == null) {
      return null;
    }
    if (statement.is("block")) {
      return construct;
    }
    SyntaxNode around = statement.parent();
    boolean isStatement =
      statement.isAny("expression_statement", "let_declaration") && around != null && around.is("block");
    return isStatement ? statement : null;
  }

  private static String nameFor(SyntaxNode head, SyntaxNode lock) {
    String method = String.valueOf(OwnedValues.methodOf(head));
    SyntaxNode field = lock.is("field_expression") ? lock.field("field") : null;
    String wanted = method.equals("take")
      ? "taken"
      : method.startsWith("pop")
        ? "next"
        : field != null && field.is("field_identifier")
          ? field.text()
          : "value";
    SyntaxNode function = lock.enclosing("function_item");
    String name = wanted;
    for (int count = 2; function != null && isNamed(function, name); count++) {
      name = wanted + count;
    }
    return name;
  }

  private static boolean isNamed(SyntaxNode function, String name) {
    return function
      .streamDescendants()
      .anyMatch(node -> node.isAny("identifier", "shorthand_field_identifier") && node.textIs(name));
  }
}
