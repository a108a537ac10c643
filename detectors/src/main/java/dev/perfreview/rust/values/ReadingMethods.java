package dev.perfreview.rust.values;

import java.util.Set;

/** What the methods of the standard library's collections, texts and wrappers do to what they are called on. */
public final class ReadingMethods {

  /** Methods that take {@code &self} and have this meaning wherever they are found. */
  private static final Set<String> READING_ANYWHERE = Set.of(
    "as_bytes",
    "as_slice",
    "as_str",
    "clone",
    "contains",
    "contains_key",
    "ends_with",
    "eq_ignore_ascii_case",
    "first",
    "is_empty",
    "is_none",
    "is_some",
    "iter",
    "keys",
    "len",
    "starts_with",
    "to_string",
    "to_vec",
    "values"
  );

  /** Methods that take {@code &self} in the standard library. */
  private static final Set<String> READING = Set.of(
    "as_deref",
    "as_ref",
    "back",
    "binary_search",
    "binary_search_by",
    "binary_search_by_key",
    "borrow",
    "bytes",
    "char_indices",
    "chars",
    "chunks",
    "chunks_exact",
    "cmp",
    "concat",
    "copied",
    "cloned",
    "count_ones",
    "elapsed",
    "eq",
    "find",
    "front",
    "get",
    "get_key_value",
    "is_disjoint",
    "is_err",
    "is_ok",
    "is_subset",
    "join",
    "last",
    "lines",
    "load",
    "parse",
    "partial_cmp",
    "range",
    "rchunks",
    "repeat",
    "replace",
    "replacen",
    "rfind",
    "rsplit",
    "rsplitn",
    "split",
    "split_at",
    "split_first",
    "split_last",
    "split_once",
    "split_whitespace",
    "splitn",
    "strip_prefix",
    "strip_suffix",
    "to_ascii_lowercase",
    "to_ascii_uppercase",
    "to_lowercase",
    "to_owned",
    "to_path_buf",
    "to_str",
    "to_string_lossy",
    "to_uppercase",
    "trim",
    "trim_end",
    "trim_end_matches",
    "trim_matches",
    "trim_start",
    "trim_start_matches",
    "windows"
  );

  /** Methods that take {@code &mut self}. */
  private static final Set<String> CHANGING = Set.of(
    "append",
    "clear",
    "dedup",
    "drain",
    "entry",
    "extend",
    "extend_from_slice",
    "get_mut",
    "get_or_insert_with",
    "insert",
    "insert_str",
    "iter_mut",
    "pop",
    "pop_back",
    "pop_front",
    "push",
    "push_back",
    "push_front",
    "push_str",
    "remove",
    "reserve",
    "resize",
    "resize_with",
    "retain",
    "reverse",
    "rotate_left",
    "rotate_right",
    "shrink_to_fit",
    "sort",
    "sort_by",
    "sort_by_key",
    "sort_unstable",
    "sort_unstable_by",
    "sort_unstable_by_key",
    "splice",
    "split_off",
    "swap",
    "swap_remove",
    "take",
    "truncate",
    "values_mut"
  );

  /** Methods that take {@code self}. */
  private static final Set<String> TAKING = Set.of(
    "expect",
    "into_boxed_slice",
    "into_bytes",
    "into_iter",
    "into_keys",
    "into_values",
    "ok_or",
    "ok_or_else",
    "unwrap",
    "unwrap_or",
    "unwrap_or_default",
    "unwrap_or_else"
  );

  private ReadingMethods() {}

  /** Whether a method of a type of the standard library only looks at what it is called on. */
  public static boolean isReading(String method) {
    return READING_ANYWHERE.contains(method) || READING.contains(method);
  }

  /** Whether a method only looks at what it is called on, whatever has a method of this name. */
  public static boolean isReadingAnywhere(String method) {
    return READING_ANYWHERE.contains(method);
  }

  /** Whether a method of a type of the standard library changes what it is called on. */
  public static boolean isChanging(String method) {
    return CHANGING.contains(method);
  }

  /** Whether a method of a type of the standard library takes what it is called on. */
  public static boolean isTaking(String method) {
    return TAKING.contains(method);
  }
}
