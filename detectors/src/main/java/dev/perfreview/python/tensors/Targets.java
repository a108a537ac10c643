package dev.perfreview.python.tensors;

import dev.perfreview.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the left-hand sides of assignments and loops give to the names in them. */
final class Targets {

  private Targets() {}

  /**
   * Where a target gets its value from.
   *
   * @param target the node that is assigned to
   * @param place what is asked for: what the target stands for, or an attribute of it
   * @param binder the assignment, loop or named expression
   */
  static Origin originOf(SyntaxNode target, String place, SyntaxNode binder) {
    if (!target.textIs(place)) {
      // The object is another one: nothing has been assigned to this attribute of it in sight.
      return Origin.ENTRY;
    }
    List<Integer> path = pathTo(target, binder);
    if (path == null) {
      return Origin.OPAQUE;
    }
    return switch (binder.kind()) {
      case "augmented_assignment" -> new Origin(Origin.Kind.AUGMENTED, binder, path);
      case "for_statement", "for_in_clause" -> new Origin(Origin.Kind.ELEMENT, binder.field("right"), path);
      case "named_expression" -> new Origin(Origin.Kind.ASSIGNED, binder.field("value"), path);
      default -> assigned(binder, path);
    };
  }

  private static Origin assigned(SyntaxNode assignment, List<Integer> path) {
    SyntaxNode value = assignment.field("right");
    while (value != null && value.is("assignment")) {
      value = value.field("right");
    }
    // `x: Tensor` alone assigns nothing.
    return value == null ? Origin.ENTRY : new Origin(Origin.Kind.ASSIGNED, value, path);
  }

  /** The indexes on the way from the binder's left-hand side to a part of it; nothing past a splat. */
  private static @Nullable List<Integer> pathTo(SyntaxNode target, SyntaxNode binder) {
    List<Integer> path = new ArrayList<>(0);
    SyntaxNode inner = target;
    for (SyntaxNode ancestor : target.ancestors()) {
      if (ancestor.equals(binder)) {
        return path;
      }
      if (ancestor.is("list_splat_pattern")) {
        return null;
      }
      path.addFirst(ancestor.namedChildren().indexOf(inner));
      inner = ancestor;
    }
    return null;
  }
}
