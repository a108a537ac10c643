package dev.perfreview.rust.iteration;

import dev.perfreview.rust.Calls;
import dev.perfreview.syntax.SyntaxNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is done with a collected list that an iterator could do as well.
 *
 * @param node the loop head or call that uses the list
 * @param purpose as it reads after "only to"
 * @param replacement the iterator's method that does the same without a list; nothing where that takes more than a name
 */
record ListUse(SyntaxNode node, String purpose, @Nullable String replacement) {
  private static final Map<String, String> PURPOSES = Map.of(
    "contains",
    "look for one element",
    "first",
    "take the first element",
    "into_iter",
    "iterate over it",
    "is_empty",
    "see whether it is empty",
    "iter",
    "iterate over it",
    "last",
    "take the last element",
    "len",
    "count it"
  );

  private static final Map<String, String> REPLACEMENTS = Map.of("is_empty", "next().is_none()", "len", "count()");

  /** The use of a list at a mention of it, or at the expression that makes it. */
  static @Nullable ListUse at(SyntaxNode list) {
    SyntaxNode parent = list.parent();
    if (parent == null) {
      return null;
    }
    SyntaxNode value =
      parent.is("reference_expression") && parent.firstChild("mutable_specifier") == null ? parent : list;
    SyntaxNode head = value.parent();
    if (head != null && head.is("for_expression") && "value".equals(value.fieldName())) {
      return new ListUse(head, "iterate over it", null);
    }
    SyntaxNode call = Calls.methodCallOn(list);
    String method = call == null ? null : Calls.nameOf(call);
    String purpose = method == null ? null : PURPOSES.get(method);
    return call == null || method == null || purpose == null
      ? null
      : new ListUse(call, purpose, REPLACEMENTS.get(method));
  }
}
