package dev.perfreview.rust;

import dev.perfreview.syntax.SyntaxNode;
import org.jspecify.annotations.Nullable;

/**
 * The branches that a function takes when its thread belongs to no async runtime, as {@code Handle::try_current()} tells: what they
 * block is no task's thread.
 */
final class WithoutRuntime {

  private WithoutRuntime() {}

  /** Whether {@code place} runs its part {@code child} only where there is no runtime. */
  static boolean isFor(SyntaxNode place, SyntaxNode child) {
    SyntaxNode parent = place.parent();
    return switch (place.kind()) {
      case "match_arm" -> isFailure(place) && child.equals(place.field("value")) && asks(matchedBy(place));
      case "else_clause" -> parent != null && parent.is("if_expression") && isFound(parent.field("condition"));
      case "let_declaration" -> child.equals(place.field("alternative")) && asks(place.field("value"));
      default -> false;
    };
  }

  private static boolean isFailure(SyntaxNode arm) {
    SyntaxNode pattern = arm.field("pattern");
    return pattern != null && (pattern.text().startsWith("Err(") || pattern.textIs("_"));
  }

  private static @Nullable SyntaxNode matchedBy(SyntaxNode arm) {
    SyntaxNode match = arm.enclosing("match_expression");
    return match == null ? null : match.field("value");
  }

  /** Whether a condition holds where there is a runtime: {@code let Ok(handle) = Handle::try_current()}, {@code ….is_ok()}. */
  private static boolean isFound(@Nullable SyntaxNode condition) {
    if (condition != null && condition.is("let_condition")) {
      SyntaxNode pattern = condition.field("pattern");
      return pattern != null && pattern.text().startsWith("Ok(") && asks(condition.field("value"));
    }
    return (
      condition != null &&
      condition.is("call_expression") &&
      "is_ok".equals(Calls.nameOf(condition)) &&
      asks(Calls.receiverOf(condition))
    );
  }

  private static boolean asks(@Nullable SyntaxNode value) {
    return value != null && value.is("call_expression") && "try_current".equals(Calls.nameOf(value));
  }
}
