package dev.perfreview.rust;

import org.jspecify.annotations.Nullable;

/** What the methods of iterators, {@code Option}, {@code Result} and collections hand to the closures that they call. */
final class ClosureParameters {

  private ClosureParameters() {}

  /**
   * The type of a parameter of a closure.
   *
   * @param owner the type of what the method is called on
   * @param place the parameter's place, from zero
   * @param count how many parameters the closure has
   * @return nothing when the method is not known or hands over something unknown
   */
  static @Nullable RustType typeOf(RustType owner, String method, int place, int count) {
    RustType held = owner.peeled();
    boolean sequence = isSequence(held);
    RustType item = held.argument(0);
    if (method.startsWith("retain")) {
      return ofRetain(held, place, sequence);
    }
    if (count == 2) {
      return ofPair(held, method, place, sequence);
    }
    boolean single = held.is("std::option::Option") || held.is("std::result::Result");
    if (count != 1 || !item.isKnown() || (!single && !sequence && !held.is(RustType.ITERATOR))) {
      return null;
    }
    return switch (method) {
      case
        "map",
        "and_then",
        "for_each",
        "filter_map",
        "find_map",
        "flat_map",
        "any",
        "all",
        "position",
        "map_while",
        "is_some_and",
        "is_ok_and",
        "try_for_each" -> sequence ? null : item;
      case "map_or", "map_or_else" -> single ? item : null;
      case "sort_by_key", "sort_unstable_by_key", "sort_by_cached_key" -> sequence ? item.referenced() : null;
      case "filter", "inspect", "find", "partition", "take_while", "skip_while", "max_by_key", "min_by_key" -> sequence
        ? null
        : item.referenced();
      default -> null;
    };
  }

  private static boolean isSequence(RustType type) {
    return switch (type.path()) {
      case
        "std::vec::Vec",
        "std::collections::VecDeque",
        "std::collections::HashSet",
        "std::collections::BTreeSet",
        RustType.SLICE,
        RustType.ARRAY -> true;
      default -> false;
    };
  }

  private static @Nullable RustType ofRetain(RustType held, int place, boolean sequence) {
    boolean map = held.is("std::collections::HashMap") || held.is("std::collections::BTreeMap");
    RustType part = map ? held.argument(place) : sequence && place == 0 ? held.argument(0) : RustType.UNKNOWN;
    return part.isKnown() ? part.referenced() : null;
  }

  private static @Nullable RustType ofPair(RustType held, String method, int place, boolean sequence) {
    RustType item = held.argument(0);
    if (!item.isKnown()) {
      return null;
    }
    return switch (method) {
      case "sort_by", "sort_unstable_by" -> sequence ? item.referenced() : null;
      case "max_by", "min_by" -> held.is(RustType.ITERATOR) ? item.referenced() : null;
      case "fold", "try_fold" -> held.is(RustType.ITERATOR) && place == 1 ? item : null;
      default -> null;
    };
  }
}
