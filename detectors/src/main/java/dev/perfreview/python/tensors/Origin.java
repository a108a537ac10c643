package dev.perfreview.python.tensors;

import dev.perfreview.syntax.SyntaxNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a place may have got the value from that it has at a use.
 *
 * @param kind how
 * @param value what the kind says of it; nothing where there is none
 * @param path of a part of an unpacked value, the indexes that lead to it
 */
record Origin(Kind kind, @Nullable SyntaxNode value, List<Integer> path) {
  enum Kind {
    /** {@code place = value}. */
    ASSIGNED,
    /** {@code place += value}; the value is the statement. */
    AUGMENTED,
    /** An element of the value. */
    ELEMENT,
    /** What is bound before the function's own statements: a parameter, an attribute, a name of a scope around it. */
    ENTRY,
    /** Something else. */
    OPAQUE,
  }

  static final Origin ENTRY = new Origin(Kind.ENTRY, null, List.of());
  static final Origin OPAQUE = new Origin(Kind.OPAQUE, null, List.of());

  /** The place that a name or a chain of attributes means, as text; nothing for any other expression. */
  static @Nullable String placeOf(SyntaxNode expression) {
    SyntaxNode object = expression;
    while (object.is("attribute")) {
      SyntaxNode inner = object.field("object");
      if (inner == null) {
        return null;
      }
      object = inner;
    }
    return object.is("identifier") ? expression.text() : null;
  }
}
