package dev.perfreview.rust;

import dev.perfreview.semantics.Recurrence;
import dev.perfreview.syntax.SyntaxNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which loops go over data and which only keep a task alive. A turn of the latter ({@code loop} around a {@code select!},
 * {@code while let Some(event) = receiver.recv().await}) is one event of the function's own heat, not one of many elements.
 */
final class Loops {

  /** Methods that wait for something from outside; a loop around them turns once an event. */
  private static final Set<String> WAITS = Set.of(
    "accept",
    "blocking_recv",
    "next_event",
    "notified",
    "park",
    "park_timeout",
    "poll_recv",
    "recv",
    "recv_timeout",
    "sleep",
    "tick",
    "try_recv",
    "wait",
    "wait_timeout",
    "wait_while"
  );

  private static final Set<String> WAITING_MACROS = Set.of("select", "select_biased");

  private Loops() {}

  /**
   * How often each call of its function runs the node. Behind an {@code if} only some turns of a loop do; an {@code if let} or a
   * {@code match} is mostly there to take a value apart.
   */
  static Recurrence recurrenceOf(SyntaxNode node) {
    boolean eachTurn = false;
    boolean onBranch = false;
    SyntaxNode child = node;
    for (SyntaxNode ancestor : node.ancestors()) {
      if (ancestor.is("function_item")) {
        break;
      }
      boolean repeats = isRepeatedBy(ancestor, child);
      eachTurn |= repeats && !onBranch;
      onBranch = !repeats && (onBranch || isBranch(ancestor, child));
      child = ancestor;
    }
    return Recurrence.of(eachTurn, onBranch);
  }

  /** The innermost loop over data, or closure called per element, that evaluates the node on each turn; nothing outside of such. */
  static @Nullable SyntaxNode around(SyntaxNode node) {
    SyntaxNode child = node;
    for (SyntaxNode ancestor : node.ancestors()) {
      if (ancestor.is("function_item")) {
        return null;
      }
      if (isRepeatedBy(ancestor, child)) {
        return ancestor;
      }
      child = ancestor;
    }
    return null;
  }

  private static boolean isBranch(SyntaxNode ancestor, SyntaxNode child) {
    if (!ancestor.is("if_expression") || "condition".equals(child.fieldName())) {
      return false;
    }
    SyntaxNode condition = ancestor.field("condition");
    return (
      "alternative".equals(child.fieldName()) || (condition != null && !condition.isAny("let_condition", "let_chain"))
    );
  }

  /** Whether {@code ancestor} is a loop over data that evaluates {@code child} on each turn. */
  private static boolean isRepeatedBy(SyntaxNode ancestor, SyntaxNode child) {
    return switch (ancestor.kind()) {
      case "for_expression" -> "body".equals(child.fieldName());
      case "while_expression" -> !isKeepAlive(ancestor);
      case "loop_expression" -> "body".equals(child.fieldName()) && !isKeepAlive(ancestor);
      case "closure_expression" -> "body".equals(child.fieldName()) && Closures.runsPerElement(ancestor);
      default -> false;
    };
  }

  /** Whether a {@code loop} or {@code while} waits for something from outside on each turn. */
  private static boolean isKeepAlive(SyntaxNode loop) {
    SyntaxNode condition = loop.field("condition");
    SyntaxNode body = loop.field("body");
    if (condition == null) {
      return body == null || waits(body);
    }
    if (condition.isAny("let_condition", "let_chain")) {
      return waits(condition);
    }
    boolean counts = condition.is("binary_expression") && isComparison(condition);
    return waits(condition) || (!counts && body != null && waits(body));
  }

  private static boolean isComparison(SyntaxNode condition) {
    SyntaxNode operator = condition.field("operator");
    return operator != null && operator.isAny("<", "<=", ">", ">=", "!=");
  }

  /** Whether a part of a loop awaits or blocks on its own, not within a closure, a task or a loop of its own. */
  private static boolean waits(SyntaxNode part) {
    int skipUntil = -1;
    for (SyntaxNode node : part.descendants()) {
      if (node.index() < skipUntil) {
        continue;
      }
      switch (node.kind()) {
        case "await_expression" -> {
          return true;
        }
        case "call_expression" -> {
          String name = Calls.nameOf(node);
          if (name != null && WAITS.contains(name)) {
            return true;
          }
        }
        case "macro_invocation" -> {
          String name = Macros.nameOf(node);
          if (name != null && WAITING_MACROS.contains(name)) {
            return true;
          }
        }
        case "closure_expression", "async_block", "function_item", "for_expression" -> skipUntil = endOf(node);
        default -> {
        }
      }
    }
    return false;
  }

  /** The index after the last node below {@code node}. */
  private static int endOf(SyntaxNode node) {
    SyntaxNode around = node;
    while (around != null) {
      SyntaxNode next = around.nextSibling();
      if (next != null) {
        return next.index();
      }
      around = around.parent();
    }
    return node.snapshot().size();
  }
}
