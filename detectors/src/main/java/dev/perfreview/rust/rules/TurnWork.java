package dev.perfreview.rust.rules;

import dev.perfreview.rust.Calls;
import dev.perfreview.rust.Places;
import dev.perfreview.syntax.SyntaxNode;
import java.util.Set;

/** What a loop does on each turn beside filling a collection. */
final class TurnWork {

  /** Functions that make or convert a value at next to no cost. */
  private static final Set<String> LIGHT = Set.of("new", "from", "default", "min", "max", "swap", "take", "replace");

  /** What only looks at or fills a collection of the object. */
  private static final Set<String> FILLS = Set.of(
    "push",
    "push_back",
    "insert",
    "get",
    "contains",
    "contains_key",
    "extend"
  );

  private TurnWork() {}

  /**
   * Whether a turn calls a function of the program, or a method of its own object with arguments: what that takes, moving the collection a
   * few times is little beside.
   */
  static boolean isIn(SyntaxNode body) {
    return body.streamDescendants().anyMatch(node -> node.is("call_expression") && isWork(node));
  }

  private static boolean isWork(SyntaxNode call) {
    SyntaxNode function = Calls.functionOf(call);
    String name = Calls.nameOf(call);
    if (function == null || name == null || Character.isUpperCase(name.charAt(0)) || LIGHT.contains(name)) {
      return false;
    }
    SyntaxNode receiver = Calls.receiverOf(call);
    SyntaxNode root = receiver == null ? null : Places.rootOf(receiver);
    boolean own = root != null && root.is("self") && !Calls.argumentsOf(call).isEmpty();
    return receiver == null || (own && !FILLS.contains(name));
  }
}
