package dev.perfreview.rust;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the methods of the standard library's text, collections, {@code Option}, {@code Result}, iterators and locks return. */
final class StandardMethods {

  private static final Set<String> NEW_STRING = Set.of(
    "repeat",
    "replace",
    "replacen",
    "to_ascii_lowercase",
    "to_ascii_uppercase",
    "to_lowercase",
    "to_owned",
    "to_string",
    "to_uppercase",
    "into_string"
  );

  private static final Set<String> PART_OF_TEXT = Set.of(
    "as_str",
    "trim",
    "trim_end",
    "trim_end_matches",
    "trim_matches",
    "trim_start",
    "trim_start_matches"
  );

  private static final Set<String> PARTS_OF_TEXT = Set.of(
    "lines",
    "rsplit",
    "rsplitn",
    "split",
    "split_ascii_whitespace",
    "split_inclusive",
    "split_terminator",
    "split_whitespace",
    "splitn"
  );

  private static final Set<String> UNWRAPS = Set.of(
    "expect",
    "unwrap",
    "unwrap_or",
    "unwrap_or_default",
    "unwrap_or_else",
    "unwrap_unchecked"
  );

  private static final Set<String> SAME_ITERATOR = Set.of(
    "by_ref",
    "chain",
    "cycle",
    "filter",
    "inspect",
    "peekable",
    "rev",
    "skip",
    "skip_while",
    "step_by",
    "take",
    "take_while"
  );

  private static final Set<String> ONE_ITEM = Set.of(
    "find",
    "last",
    "max",
    "max_by",
    "max_by_key",
    "min",
    "min_by",
    "min_by_key",
    "next",
    "next_back",
    "nth"
  );

  private static final List<String> LOCK_CRATES = List.of("std::sync::", "parking_lot::", "tokio::sync::");

  private StandardMethods() {}

  /**
   * The type that a method returns.
   *
   * @param receiver the type of what it is called on
   * @param arguments the types of its arguments
   */
  static @Nullable RustType returned(RustType receiver, String method, List<RustType> arguments) {
    if (method.equals("len") || method.equals("count") || method.equals("capacity")) {
      return RustType.USIZE;
    }
    if (receiver.path().equals(RustType.DASHMAP_REFERENCE)) {
      switch (method) {
        case "key" -> {
          return receiver.argument(0).referenced();
        }
        case "value", "value_mut" -> {
          return receiver.argument(1).referenced();
        }
        default -> {
        }
      }
    }
    if (method.equals("clone")) {
      // A guard cannot be cloned, so that the method is that of what it guards.
      if (receiver.behind(0).isGuard()) {
        RustType guarded = receiver.behind(0).dereferenced();
        return guarded.references() > 0 ? guarded.dereferenced() : guarded;
      }
      return receiver.references() > 0 ? receiver.behind(receiver.references() - 1) : receiver;
    }
    if (method.equals("to_string")) {
      return RustType.STRING;
    }
    RustType held = receiver.peeled();
    if (held.isText()) {
      return ofText(held, method);
    }
    return switch (held.path()) {
      case "std::option::Option" -> ofOption(held, method);
      case "std::result::Result" -> ofResult(held, method);
      case RustType.ITERATOR -> ofIterator(held, method, arguments);
      case "std::collections::HashMap", "std::collections::BTreeMap" -> ofMap(held, method);
      case "std::vec::Vec", RustType.SLICE, RustType.ARRAY, "std::collections::VecDeque" -> ofSequence(
        held,
        receiver.references() > 0,
        method
      );
      case "dashmap::DashMap" -> ofDashMap(held, method);
      case "std::cell::RefCell" -> method.equals("borrow") || method.equals("borrow_mut")
        ? RustType.of("std::cell::Ref", held.argument(0))
        : null;
      case "std::collections::HashSet", "std::collections::BTreeSet" -> ofSet(held, receiver, method);
      default -> ofLock(held, method);
    };
  }

  private static @Nullable RustType ofText(RustType text, String method) {
    if (NEW_STRING.contains(method)) {
      return RustType.STRING;
    }
    if (PART_OF_TEXT.contains(method) || (method.equals("as_ref") && text.is("str"))) {
      return RustType.STR;
    }
    if (PARTS_OF_TEXT.contains(method)) {
      return RustType.iterator(RustType.STR);
    }
    return switch (method) {
      case "strip_prefix", "strip_suffix", "get" -> RustType.option(RustType.STR);
      case "split_once", "rsplit_once" -> RustType.option(RustType.of(RustType.TUPLE, RustType.STR, RustType.STR));
      case "split_at" -> RustType.of(RustType.TUPLE, RustType.STR, RustType.STR);
      case "chars" -> RustType.iterator(RustType.CHAR);
      case "char_indices" -> RustType.iterator(RustType.of(RustType.TUPLE, RustType.USIZE, RustType.CHAR));
      case "bytes" -> RustType.iterator(RustType.of("u8"));
      case "as_bytes" -> RustType.of(RustType.SLICE, RustType.of("u8")).referenced();
      case "is_empty", "contains", "starts_with", "ends_with" -> RustType.BOOL;
      default -> null;
    };
  }

  private static @Nullable RustType ofOption(RustType option, String method) {
    RustType held = option.argument(0);
    if (UNWRAPS.contains(method)) {
      return held.isKnown() ? held : null;
    }
    return switch (method) {
      case "as_ref" -> held.isKnown() ? RustType.option(held.referenced()) : null;
      case "as_deref" -> held.isText()
        ? RustType.option(RustType.STR)
        : held.is("std::boxed::Box")
          ? RustType.option(held.argument(0).referenced())
          : null;
      case "cloned", "copied" -> held.references() > 0 ? RustType.option(held.dereferenced()) : null;
      case "ok_or", "ok_or_else" -> RustType.of("std::result::Result", held);
      case "take", "filter", "or", "or_else" -> option;
      case "iter" -> held.isKnown() ? RustType.iterator(held.referenced()) : null;
      case "is_some", "is_none" -> RustType.BOOL;
      default -> null;
    };
  }

  private static @Nullable RustType ofResult(RustType result, String method) {
    RustType held = result.argument(0);
    if (UNWRAPS.contains(method)) {
      return held.isKnown() ? held : null;
    }
    return switch (method) {
      case "ok" -> RustType.option(held);
      case "map_err", "with_context", "context" -> RustType.of("std::result::Result", held);
      case "as_ref" -> held.isKnown() ? RustType.of("std::result::Result", held.referenced()) : null;
      default -> null;
    };
  }

  private static @Nullable RustType ofIterator(RustType iterator, String method, List<RustType> arguments) {
    if (SAME_ITERATOR.contains(method)) {
      return iterator;
    }
    RustType item = iterator.argument(0);
    if (ONE_ITEM.contains(method)) {
      return RustType.option(item);
    }
    return switch (method) {
      case "iter", "into_iter" -> iterator;
      case "cloned", "copied" -> item.references() > 0 ? RustType.iterator(item.dereferenced()) : null;
      case "enumerate" -> RustType.iterator(RustType.of(RustType.TUPLE, RustType.USIZE, item));
      case "zip" -> {
        RustType other = arguments.isEmpty() ? null : arguments.getFirst().item();
        yield RustType.iterator(RustType.of(RustType.TUPLE, item, other == null ? RustType.UNKNOWN : other));
      }
      default -> null;
    };
  }

  private static @Nullable RustType ofMap(RustType map, String method) {
    RustType key = map.argument(0);
    RustType value = map.argument(1);
    return switch (method) {
      case "get", "get_mut" -> value.isKnown() ? RustType.option(value.referenced()) : null;
      case "remove" -> RustType.option(value);
      case "keys" -> key.isKnown() ? RustType.iterator(key.referenced()) : null;
      case "values", "values_mut" -> value.isKnown() ? RustType.iterator(value.referenced()) : null;
      case "into_keys" -> RustType.iterator(key);
      case "into_values" -> RustType.iterator(value);
      case "drain", "into_iter" -> RustType.iterator(RustType.of(RustType.TUPLE, key, value));
      case "iter", "iter_mut" -> RustType.iterator(
        RustType.of(
          RustType.TUPLE,
          key.isKnown() ? key.referenced() : key,
          value.isKnown() ? value.referenced() : value
        )
      );
      case "contains_key", "is_empty" -> RustType.BOOL;
      default -> null;
    };
  }

  private static @Nullable RustType ofDashMap(RustType map, String method) {
    RustType entry = RustType.of(RustType.DASHMAP_REFERENCE, map.argument(0), map.argument(1));
    return switch (method) {
      case "get", "get_mut" -> RustType.option(entry);
      case "iter", "iter_mut" -> RustType.iterator(entry);
      case "contains_key", "is_empty" -> RustType.BOOL;
      default -> null;
    };
  }

  private static @Nullable RustType ofSequence(RustType sequence, boolean borrowed, String method) {
    RustType item = sequence.argument(0);
    boolean known = item.isKnown();
    return switch (method) {
      case "iter", "iter_mut" -> known ? RustType.iterator(item.referenced()) : null;
      case "into_iter" -> known ? RustType.iterator(borrowed ? item.referenced() : item) : null;
      case "drain" -> RustType.iterator(item);
      case "first", "last", "get", "get_mut", "front", "back" -> known ? RustType.option(item.referenced()) : null;
      case "pop", "pop_front", "pop_back" -> RustType.option(item);
      case "join", "concat" -> item.isText() ? RustType.STRING : null;
      case "as_slice", "as_mut_slice" -> RustType.of(RustType.SLICE, item).referenced();
      case "to_vec" -> RustType.of("std::vec::Vec", item);
      case "chunks", "windows", "chunks_exact" -> RustType.iterator(RustType.of(RustType.SLICE, item).referenced());
      case "is_empty" -> RustType.BOOL;
      default -> null;
    };
  }

  private static @Nullable RustType ofSet(RustType set, RustType receiver, String method) {
    RustType item = set.argument(0);
    return switch (method) {
      case "iter" -> item.isKnown() ? RustType.iterator(item.referenced()) : null;
      case "into_iter" -> item.isKnown()
        ? RustType.iterator(receiver.references() > 0 ? item.referenced() : item)
        : null;
      case "drain" -> RustType.iterator(item);
      case "contains", "insert", "remove", "is_empty" -> RustType.BOOL;
      default -> null;
    };
  }

  /** A guard is given as the type that it guards: it derefs to it. */
  private static @Nullable RustType ofLock(RustType lock, String method) {
    for (String crate : LOCK_CRATES) {
      boolean mutex = lock.is(crate + "Mutex") && method.equals("lock");
      boolean readWrite = lock.is(crate + "RwLock") && (method.equals("read") || method.equals("write"));
      if (mutex || readWrite) {
        RustType guard = RustType.of("std::sync::MutexGuard", lock.argument(0));
        return switch (crate) {
          case "std::sync::" -> RustType.of("std::result::Result", guard);
          case "tokio::sync::" -> RustType.of("std::future::Future", guard);
          default -> guard;
        };
      }
    }
    return StandardHandles.returnedBy(lock, method);
  }
}
