package dev.perfreview.rust.guards;

import dev.perfreview.syntax.SyntaxNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells expressions whose value is certainly their own from those that may borrow from what they were made of. */
final class OwnedValues {

  /** Methods that answer a value of their own whatever they are called on. */
  private static final Set<String> OWNING = Set.of(
    "all",
    "any",
    "clone",
    "contains",
    "contains_key",
    "count",
    "elapsed",
    "into_owned",
    "is_cancelled",
    "is_closed",
    "is_empty",
    "is_err",
    "is_none",
    "is_none_or",
    "is_ok",
    "is_some",
    "is_some_and",
    "len",
    "subscribe",
    "to_owned",
    "to_string",
    "to_vec",
    "upgrade"
  );

  /** Methods that take an element or the value out of what holds it; with arguments they may be those of an iterator. */
  private static final Set<String> TAKING = Set.of("take", "pop", "pop_first", "pop_front", "pop_back", "pop_last");

  /** Methods that answer an {@code Option} of a reference, which {@code cloned} and {@code copied} make an owned one. */
  private static final Set<String> LOOKING_UP = Set.of(
    "as_ref",
    "back",
    "first",
    "front",
    "get",
    "get_mut",
    "last",
    "max",
    "min",
    "peek"
  );

  /** Methods whose value is owned when that of their receiver is. */
  private static final Set<String> HANDING_ON = Set.of(
    "context",
    "expect",
    "map_err",
    "ok",
    "ok_or",
    "ok_or_else",
    "or",
    "unwrap",
    "unwrap_or",
    "unwrap_or_default",
    "unwrap_or_else",
    "with_context"
  );

  private static final Set<String> LITERALS = Set.of(
    "boolean_literal",
    "char_literal",
    "float_literal",
    "integer_literal",
    "string_literal"
  );

  private OwnedValues() {}

  /** Whether the value of an expression borrows from nothing; {@code false} where that cannot be told. */
  static boolean isOwned(@Nullable SyntaxNode expression) {
    if (expression == null) {
      return false;
    }
    return switch (expression.kind()) {
      case "call_expression" -> isOwnedCall(expression);
      case "try_expression", "parenthesized_expression" -> isOwned(expression.namedChildren().getFirst());
      case "binary_expression", "type_cast_expression" -> true;
      case "unary_expression" -> expression.text().startsWith("!");
      case "macro_invocation" -> expression.text().startsWith("format!") || expression.text().startsWith("matches!");
      case "tuple_expression" -> expression.namedChildren().stream().allMatch(OwnedValues::isOwned);
      default -> LITERALS.contains(expression.kind());
    };
  }

  private static boolean isOwnedCall(SyntaxNode call) {
    SyntaxNode function = call.field("function");
    if (function == null) {
      return false;
    }
    if (!function.is("field_expression")) {
      String path = function.text();
      return path.endsWith("mem::take") || path.endsWith("mem::replace") || path.equals("Arc::clone");
    }
    String method = methodOf(call);
    SyntaxNode receiver = function.field("value");
    if (method == null || receiver == null) {
      return false;
    }
    SyntaxNode arguments = call.field("arguments");
    boolean hasArguments = arguments != null && !arguments.namedChildren().isEmpty();
    String lookedUp = methodOf(receiver);
    return (
      OWNING.contains(method) ||
      (TAKING.contains(method) && !hasArguments) ||
      ((method.equals("cloned") || method.equals("copied")) && lookedUp != null && LOOKING_UP.contains(lookedUp)) ||
      (HANDING_ON.contains(method) && isOwned(receiver))
    );
  }

  /** The name of the method that an expression calls; nothing when it calls none. */
  static @Nullable String methodOf(SyntaxNode expression) {
    SyntaxNode function = expression.is("call_expression") ? expression.field("function") : null;
    SyntaxNode name = function != null && function.is("field_expression") ? function.field("field") : null;
    return name == null ? null : name.text();
  }
}
