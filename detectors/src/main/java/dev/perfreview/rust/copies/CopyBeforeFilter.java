package dev.perfreview.rust.copies;

import dev.perfreview.rule.Finding;
import dev.perfreview.rust.Calls;
import dev.perfreview.rust.RustModel;
import dev.perfreview.rust.RustType;
import dev.perfreview.syntax.SyntaxNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Elements of an iterator that are copied before most of them are thrown away: {@code iter().cloned().find(…)}. */
final class CopyBeforeFilter {

  private static final Set<String> DROPPING = Set.of(
    "all",
    "any",
    "count",
    "filter",
    "find",
    "last",
    "max_by",
    "max_by_key",
    "min_by",
    "min_by_key",
    "nth",
    "position",
    "skip",
    "skip_while"
  );

  private CopyBeforeFilter() {}

  static @Nullable Finding of(ClonedValue copy, RustModel model) {
    SyntaxNode next = copy.method().equals("cloned") ? Calls.methodCallOn(copy.call()) : null;
    String method = next == null ? null : Calls.nameOf(next);
    if (next == null || method == null || !DROPPING.contains(method)) {
      return null;
    }
    RustType type = copy.type(model);
    boolean costly = type != null && type.is(RustType.ITERATOR) && model.copyCostOf(type.argument(0)).allocates();
    SyntaxNode name = Calls.nameNodeOf(copy.call());
    if (!costly || name == null) {
      return null;
    }
    String message =
      "`cloned()` copies each element before `" +
      method +
      "` throws elements away; after it, only those that are kept are copied";
    return Finding.at(name, message);
  }
}
