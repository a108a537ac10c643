package dev.perfreview.rust;

import dev.perfreview.syntax.SyntaxNode;
import java.util.Set;

/** What becomes of a closure, told by the call that it is an argument of. */
final class Closures {

  /** Methods that only iterators, streams and collections have and that call the closure once an element. */
  private static final Set<String> PER_ELEMENT = Set.of(
    "all",
    "any",
    "chunk_by",
    "dedup_by",
    "dedup_by_key",
    "filter_map",
    "find",
    "find_map",
    "flat_map",
    "fold",
    "for_each",
    "for_each_concurrent",
    "map_while",
    "max_by",
    "max_by_key",
    "min_by",
    "min_by_key",
    "partition",
    "position",
    "reduce",
    "retain",
    "retain_mut",
    "rposition",
    "scan",
    "skip_while",
    "sort_by",
    "sort_by_cached_key",
    "sort_by_key",
    "sort_unstable_by",
    "sort_unstable_by_key",
    "take_while",
    "try_fold",
    "try_for_each"
  );

  /** Methods that iterators share with {@code Option} and {@code Result}: only what they are called on tells. */
  private static final Set<String> MAYBE_PER_ELEMENT = Set.of("map", "filter", "inspect");

  /** Methods that make an iterator of something that is none. */
  private static final Set<String> ITERATOR_SOURCES = Set.of(
    "bytes",
    "captures_iter",
    "char_indices",
    "chars",
    "chunks",
    "chunks_exact",
    "drain",
    "find_iter",
    "into_iter",
    "into_keys",
    "into_par_iter",
    "into_values",
    "iter",
    "iter_mut",
    "keys",
    "lines",
    "par_iter",
    "par_iter_mut",
    "split",
    "split_ascii_whitespace",
    "split_whitespace",
    "values",
    "values_mut",
    "windows"
  );

  /** Methods that make an iterator of an iterator. */
  private static final Set<String> ITERATOR_ADAPTERS = Set.of(
    "chain",
    "chunk_by",
    "cloned",
    "copied",
    "cycle",
    "dedup",
    "enumerate",
    "filter",
    "filter_map",
    "flat_map",
    "flatten",
    "inspect",
    "map",
    "map_while",
    "peekable",
    "rev",
    "scan",
    "skip",
    "skip_while",
    "sorted",
    "step_by",
    "take",
    "take_while",
    "unique",
    "zip"
  );

  /** Functions and methods that run their closure on a thread that may block. */
  private static final Set<String> BLOCKING_THREADS = Set.of(
    "allow_threads",
    "block_in_place",
    "spawn_blocking",
    "spawn_blocking_with_handle"
  );

  /** Methods of {@code Option}, {@code Result} and {@code Entry} that call the closure at once and at most once. */
  private static final Set<String> AT_MOST_ONCE = Set.of(
    "and_modify",
    "and_then",
    "get_or_insert_with",
    "is_none_or",
    "is_ok_and",
    "is_some_and",
    "map_err",
    "map_or",
    "map_or_else",
    "ok_or_else",
    "or_else",
    "or_insert_with",
    "then",
    "unwrap_or_else",
    "with_context"
  );

  private Closures() {}

  /** Whether the closure is called once for each element of an iterator or a collection. */
  static boolean runsPerElement(SyntaxNode closure) {
    SyntaxNode call = Calls.callTaking(closure);
    String name = call == null ? null : Calls.nameOf(call);
    if (call == null || name == null) {
      return false;
    }
    SyntaxNode receiver = Calls.receiverOf(call);
    return (
      receiver != null && (PER_ELEMENT.contains(name) || (MAYBE_PER_ELEMENT.contains(name) && isIterator(receiver)))
    );
  }

  /** Whether the closure runs on a thread that may block. */
  static boolean runsOnBlockingThread(SyntaxNode closure) {
    SyntaxNode call = Calls.callTaking(closure);
    String name = call == null ? null : Calls.nameOf(call);
    if (call == null || name == null) {
      return false;
    }
    if (BLOCKING_THREADS.contains(name)) {
      return true;
    }
    SyntaxNode function = call.field("function");
    if (!name.equals("spawn") || function == null) {
      return false;
    }
    // `thread::spawn`, `std::thread::spawn` and `thread::Builder::new().spawn`; tokio's takes a future, not a closure.
    return closure.firstChild("async") == null;
  }

  /** Whether the closure is called where it stands, before the statement ends. */
  static boolean runsInPlace(SyntaxNode closure) {
    SyntaxNode call = Calls.callTaking(closure);
    String name = call == null ? null : Calls.nameOf(call);
    return (
      name != null && (PER_ELEMENT.contains(name) || MAYBE_PER_ELEMENT.contains(name) || AT_MOST_ONCE.contains(name))
    );
  }

  /** Whether an expression is an iterator, by the names of the methods that it is a chain of. */
  private static boolean isIterator(SyntaxNode expression) {
    SyntaxNode node = expression;
    while (node != null) {
      switch (node.kind()) {
        case "range_expression" -> {
          return true;
        }
        case "parenthesized_expression" -> node = node.namedChildren().isEmpty()
          ? null
          : node.namedChildren().getFirst();
        case "call_expression" -> {
          String name = Calls.nameOf(node);
          SyntaxNode receiver = Calls.receiverOf(node);
          if (name == null || receiver == null) {
            return false;
          }
          if (ITERATOR_SOURCES.contains(name)) {
            return true;
          }
          if (!ITERATOR_ADAPTERS.contains(name)) {
            return false;
          }
          node = receiver;
        }
        default -> {
          return false;
        }
      }
    }
    return false;
  }
}
