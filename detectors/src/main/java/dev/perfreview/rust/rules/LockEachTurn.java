package dev.perfreview.rust.rules;

import dev.perfreview.rust.Binding;
import dev.perfreview.rust.Bindings;
import dev.perfreview.rust.Calls;
import dev.perfreview.rust.Places;
import dev.perfreview.rust.guards.Acquisition;
import dev.perfreview.rust.guards.LockFamily;
import dev.perfreview.syntax.SyntaxNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Recognises a lock that a {@code for} loop takes on each turn for one short call, though nothing else in the loop takes long. */
final class LockEachTurn {

  /** Calls beside which a lock counts. */
  private static final Set<String> CHEAP = Set.of(
    "as_ref",
    "as_str",
    "clone",
    "expect",
    "get",
    "insert",
    "into",
    "is_empty",
    "iter",
    "len",
    "push",
    "push_back",
    "remove",
    "to_owned",
    "to_string",
    "unwrap"
  );

  private LockEachTurn() {}

  /** The loop whose turns take the lock anew; nothing where one guard for all turns would be held over more than short calls. */
  static @Nullable SyntaxNode loopOf(Acquisition acquisition) {
    LockFamily family = acquisition.family();
    boolean isLock = family == LockFamily.STD || family == LockFamily.PARKING_LOT || family == LockFamily.ASYNC;
    SyntaxNode statement = acquisition.guard().enclosing("expression_statement");
    SyntaxNode body = statement == null ? null : statement.parent();
    SyntaxNode loop = body == null ? null : body.parent();
    if (!isLock || statement == null || body == null || loop == null || !loop.is("for_expression")) {
      return null;
    }
    SyntaxNode update = Calls.methodCallOn(acquisition.guard());
    boolean isOnlyStep = update != null && update.equals(statement.namedChildren().getFirst());
    return isOnlyStep && isSameOnEachTurn(acquisition.lock(), loop) && isCheap(body, acquisition) ? loop : null;
  }

  private static boolean isSameOnEachTurn(SyntaxNode lock, SyntaxNode loop) {
    SyntaxNode root = Places.rootOf(lock);
    if (root == null || root.is("self")) {
      return root != null;
    }
    Binding binding = Bindings.find(root.text(), root);
    return binding == null
      ? Character.isUpperCase(root.text().charAt(0))
      : !loop.contains(binding.declaration()) && !binding.declaration().equals(loop);
  }

  private static boolean isCheap(SyntaxNode body, Acquisition acquisition) {
    for (SyntaxNode node : body.descendants()) {
      boolean isLock = acquisition.guard().contains(node);
      switch (node.kind()) {
        case "call_expression" -> {
          String name = Calls.nameOf(node);
          boolean makes = name != null && Character.isUpperCase(name.charAt(0));
          if (!isLock && (name == null || !(makes || CHEAP.contains(name)))) {
            return false;
          }
        }
        case "await_expression" -> {
          if (!isLock) {
            return false;
          }
        }
        case "macro_invocation" -> {
          if (!node.text().startsWith("format!")) {
            return false;
          }
        }
        case "for_expression", "while_expression", "loop_expression", "closure_expression", "break_expression" -> {
          return false;
        }
        default -> {
        }
      }
    }
    return true;
  }
}
