package dev.perfreview.rust.rules;

import dev.perfreview.rust.Calls;
import dev.perfreview.rust.Macros;
import dev.perfreview.syntax.SyntaxNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A loop that adds exactly one element to a collection on each of its turns, and does little else. */
final class FillingLoop {

  /** What a turn may call that costs far more than moving the elements: it waits, or starts a task or thread. */
  private static final Set<String> HEAVY = Set.of(
    "block_on",
    "join",
    "recv",
    "recv_timeout",
    "spawn",
    "spawn_blocking",
    "spawn_local"
  );

  private FillingLoop() {}

  /**
   * The call in a loop's body that adds one element to a collection on each turn; null when there is none, when something else in the
   * body touches the collection, when the loop may end early or skip the rest of a turn, and when its turns cost far more than the
   * elements' moves.
   *
   * @param methods what adds one element
   */
  static @Nullable SyntaxNode fillOf(SyntaxNode body, String name, Set<String> methods) {
    SyntaxNode fill = onlyFill(body, name, methods);
    return fill == null || mayEndEarly(body) || isOutweighed(body) ? null : fill;
  }

  /** Whether a variable is named at or below a node, as a value, a field or in a format string. */
  static boolean mentions(SyntaxNode node, String name) {
    return isName(node, name) || node.streamDescendants().anyMatch(descendant -> isName(descendant, name));
  }

  private static boolean isName(SyntaxNode node, String name) {
    boolean inFormat = node.is("string_content") && node.text().contains("{" + name);
    return inFormat || (node.isAny("identifier", "shorthand_field_identifier") && node.textIs(name));
  }

  private static @Nullable SyntaxNode onlyFill(SyntaxNode body, String name, Set<String> methods) {
    SyntaxNode fill = null;
    long mentions = body
      .streamDescendants()
      .filter(node -> isName(node, name))
      .count();
    for (SyntaxNode statement : body.namedChildren()) {
      SyntaxNode call = statement.is("expression_statement") ? statement.namedChildren().getFirst() : statement;
      if (!call.is("call_expression")) {
        continue;
      }
      SyntaxNode receiver = Calls.receiverOf(call);
      String method = Calls.nameOf(call);
      if (receiver != null && method != null && receiver.textIs(name) && methods.contains(method)) {
        fill = call;
      }
    }
    return mentions == 1 ? fill : null;
  }

  /** Whether the loop may leave before its last turn, or a turn before its end. */
  private static boolean mayEndEarly(SyntaxNode body) {
    for (SyntaxNode node : body.descendants()) {
      boolean exit = switch (node.kind()) {
        case "return_expression", "try_expression" -> true;
        case "break_expression", "continue_expression" -> leaves(node, body);
        case "macro_invocation" -> leavesByMacro(node);
        default -> false;
      };
      if (exit && !isWithinClosure(node, body)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a turn waits or starts a task or thread, beside which moving the elements does not count. */
  private static boolean isOutweighed(SyntaxNode body) {
    for (SyntaxNode node : body.descendants()) {
      String called = node.is("call_expression") ? Calls.nameOf(node) : null;
      boolean heavy = node.is("await_expression") || (called != null && HEAVY.contains(called));
      if (heavy && !isWithinClosure(node, body)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWithinClosure(SyntaxNode node, SyntaxNode body) {
    SyntaxNode closure = node.enclosing("closure_expression", "async_block", "function_item");
    return closure != null && body.contains(closure);
  }

  private static boolean leavesByMacro(SyntaxNode macro) {
    String name = Macros.nameOf(macro);
    return name != null && (name.equals("bail") || name.equals("ensure"));
  }

  private static boolean leaves(SyntaxNode exit, SyntaxNode body) {
    SyntaxNode inner = exit.enclosing("for_expression", "while_expression", "loop_expression");
    return exit.firstChild("label") != null || inner == null || !body.contains(inner);
  }
}
