package dev.perfreview.rust.iteration;

import dev.perfreview.rust.Calls;
import dev.perfreview.rust.Macros;
import dev.perfreview.rust.values.ReadingMethods;
import dev.perfreview.syntax.SyntaxNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells iterator chains that may as well be worked off later from those that do something on the way. */
final class Chains {

  /** Methods that start, wait, lock or change something, or move an iterator on. */
  private static final Set<String> EFFECTS = Set.of(
    "acquire",
    "await",
    "borrow",
    "borrow_mut",
    "close",
    "commit",
    "fetch_add",
    "fetch_sub",
    "flush",
    "join",
    "lock",
    "next",
    "notify_one",
    "pop",
    "read",
    "recv",
    "release",
    "reset",
    "run",
    "send",
    "shutdown",
    "sleep",
    "spawn",
    "start",
    "stop",
    "store",
    "swap",
    "take",
    "tick",
    "upgrade",
    "wait",
    "write"
  );

  private static final Set<String> PURE_CALLS = Set.of(
    "and_then",
    "as_ref",
    "chain",
    "cloned",
    "copied",
    "enumerate",
    "filter",
    "filter_map",
    "flat_map",
    "flatten",
    "into_iter",
    "into",
    "is_some_and",
    "map",
    "map_or",
    "max",
    "min",
    "ok",
    "rev",
    "saturating_sub",
    "skip",
    "sum",
    "then_some",
    "unwrap_or",
    "unwrap_or_default",
    "zip"
  );

  private static final Set<String> PURE_MACROS = Set.of("format", "matches", "vec");

  private Chains() {}

  /** Whether working off the chain has no effect but its items, so that it may happen later, in part, or not at all. */
  static boolean isPure(SyntaxNode iterated) {
    for (SyntaxNode node : iterated.descendants()) {
      if (!isPureNode(node)) {
        return false;
      }
    }
    return isPureNode(iterated);
  }

  private static boolean isPureNode(SyntaxNode node) {
    return switch (node.kind()) {
      case
        "await_expression",
        "async_block",
        "assignment_expression",
        "compound_assignment_expr",
        "return_expression",
        "try_expression",
        "unsafe_block" -> false;
      case "reference_expression" -> node.firstChild("mutable_specifier") == null;
      case "macro_invocation" -> PURE_MACROS.contains(String.valueOf(Macros.nameOf(node)));
      case "closure_expression" -> node.firstChild("move") == null || node.firstChild("async") == null;
      case "call_expression" -> isPureCall(node);
      default -> true;
    };
  }

  private static boolean isPureCall(SyntaxNode call) {
    String name = Calls.nameOf(call);
    if (name == null || EFFECTS.contains(name) || ReadingMethods.isChanging(name)) {
      return false;
    }
    if (ReadingMethods.isReading(name) || PURE_CALLS.contains(name) || Character.isUpperCase(name.charAt(0))) {
      return true;
    }
    // A method without arguments is mostly one that reads a property.
    return Calls.receiverOf(call) != null && Calls.argumentsOf(call).isEmpty();
  }

  /** What the chain starts from: the receiver of its first method. */
  static SyntaxNode sourceOf(SyntaxNode iterated) {
    SyntaxNode node = iterated;
    while (node.is("call_expression")) {
      SyntaxNode receiver = Calls.receiverOf(node);
      String name = Calls.nameOf(node);
      boolean adapts = name != null && (PURE_CALLS.contains(name) || isSource(name));
      if (receiver == null || !adapts) {
        return node;
      }
      node = receiver;
    }
    return node;
  }

  private static boolean isSource(String name) {
    return switch (name) {
      case
        "iter",
        "keys",
        "values",
        "chars",
        "char_indices",
        "lines",
        "split",
        "split_whitespace",
        "bytes",
        "chunks",
        "windows",
        "drain",
        "into_keys",
        "into_values",
        "take_while",
        "skip_while",
        "step_by",
        "peekable",
        "inspect",
        "map_while" -> true;
      default -> false;
    };
  }

  /** The range at the end of the file's text of what uses {@code node}: the loop that it is the head of, or its statement. */
  static @Nullable SyntaxNode userOf(SyntaxNode node) {
    SyntaxNode inner = node;
    for (SyntaxNode outer : node.ancestors()) {
      if (outer.is("block")) {
        return inner;
      }
      inner = outer;
    }
    return null;
  }
}
