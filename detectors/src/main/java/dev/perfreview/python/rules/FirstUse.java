package dev.perfreview.python.rules;

import dev.perfreview.syntax.SyntaxNode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether code runs only at the first use of what it makes, and not each time its function does. */
final class FirstUse {

  private static final Pattern IS_MISSING = Pattern.compile("\\bis None\\b|\\bnot in\\b|\\bhasattr\\b|\\bnot\\b");

  private FirstUse() {}

  /** Whether a branch around a call asks for what the call makes, or for something else that is not there yet. */
  static boolean guards(SyntaxNode call) {
    String made = lastNameOf(targetOf(call));
    SyntaxNode child = call;
    for (SyntaxNode ancestor : call.ancestors()) {
      if (ancestor.is("function_definition")) {
        return leavesWhenThere(ancestor, call, made);
      }
      SyntaxNode condition = ancestor.isAny("if_statement", "elif_clause", "conditional_expression")
        ? conditionOf(ancestor)
        : null;
      if (condition != null && !condition.equals(child) && asksForMissing(condition, made)) {
        return true;
      }
      child = ancestor;
    }
    return false;
  }

  /** {@code if self.pool is not None: return}, before what is made. */
  private static boolean leavesWhenThere(SyntaxNode function, SyntaxNode call, @Nullable String made) {
    SyntaxNode body = function.field("body");
    return (
      made != null &&
      body != null &&
      body
        .namedChildren()
        .stream()
        .takeWhile(statement -> statement.end() <= call.start())
        .filter(statement -> statement.is("if_statement") && statement.text().contains("return"))
        .map(FirstUse::conditionOf)
        .anyMatch(condition -> condition != null && mentions(condition, made))
    );
  }

  private static @Nullable SyntaxNode conditionOf(SyntaxNode branch) {
    return branch.is("conditional_expression")
      ? branch.namedChildren().size() > 1
        ? branch.namedChildren().get(1)
        : null
      : branch.field("condition");
  }

  private static boolean asksForMissing(SyntaxNode condition, @Nullable String made) {
    return made != null && mentions(condition, made) && IS_MISSING.matcher(condition.text()).find();
  }

  private static boolean mentions(SyntaxNode condition, String name) {
    return Pattern.compile("\\b" + Pattern.quote(name) + "\\b")
      .matcher(condition.text())
      .find();
  }

  /** What the value of a call is assigned to. */
  private static @Nullable SyntaxNode targetOf(SyntaxNode call) {
    SyntaxNode parent = call.parent();
    while (parent != null && parent.isAny("conditional_expression", "parenthesized_expression", "await")) {
      parent = parent.parent();
    }
    return parent != null && parent.is("assignment") ? parent.field("left") : null;
  }

  private static @Nullable String lastNameOf(@Nullable SyntaxNode target) {
    SyntaxNode named = target != null && target.is("subscript") ? target.field("value") : target;
    SyntaxNode name = named != null && named.is("attribute") ? named.field("attribute") : named;
    return name != null && name.is("identifier") ? name.text() : null;
  }
}
