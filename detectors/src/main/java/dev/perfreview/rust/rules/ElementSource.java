package dev.perfreview.rust.rules;

import dev.perfreview.rust.Calls;
import dev.perfreview.rust.RustModel;
import dev.perfreview.rust.RustType;
import dev.perfreview.syntax.SyntaxNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where an iterator takes its elements from, and so whether it can say how many are to come. */
enum ElementSource {
  /** A sequence in memory, all of it: the length is exact, so that `collect` reserves room once and the compiler makes a copy of the whole. */
  SEQUENCE,
  /** Some elements of something are picked on the way: nobody knows how many. */
  PICKED,
  /** Anything. */
  UNKNOWN;

  private static final Set<String> STARTING = Set.of("into_iter", "iter");
  /** Adapters that give as many elements as they get. */
  private static final Set<String> KEEPING = Set.of("cloned", "copied", "map", "rev");
  private static final Set<String> PICKING = Set.of(
    "filter",
    "filter_map",
    "flat_map",
    "flatten",
    "map_while",
    "skip_while",
    "take_while"
  );
  private static final Set<String> SEQUENCES = Set.of(
    RustType.ARRAY,
    RustType.SLICE,
    "std::collections::VecDeque",
    "std::vec::Vec"
  );

  /** The source of a chain of iterator methods. */
  static ElementSource of(@Nullable SyntaxNode iterator, RustModel model) {
    SyntaxNode node = iterator;
    while (node != null && node.is("call_expression")) {
      String method = String.valueOf(Calls.nameOf(node));
      SyntaxNode receiver = Calls.receiverOf(node);
      if (PICKING.contains(method)) {
        return PICKED;
      }
      if (STARTING.contains(method) && receiver != null) {
        RustType type = model.typeOf(receiver);
        return type != null && SEQUENCES.contains(type.peeled().path()) ? SEQUENCE : UNKNOWN;
      }
      node = KEEPING.contains(method) ? receiver : null;
    }
    return UNKNOWN;
  }
}
