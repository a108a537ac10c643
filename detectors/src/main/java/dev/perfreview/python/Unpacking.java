package dev.perfreview.python;

import dev.perfreview.syntax.SyntaxNode;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Where a name stands in a target that takes a value apart: {@code a, (b, c) = value}, {@code for k, v in value}.
 *
 * @param value the expression whose value, or whose elements, are taken apart
 * @param elements whether it is each of the elements
 * @param places from the outermost part inwards
 */
record Unpacking(SyntaxNode value, boolean elements, Deque<Place> places) {
  /**
   * One part of a target.
   *
   * @param index which
   * @param count of how many
   */
  private record Place(int index, int count) {}

  /** The place of a name; nothing where a {@code *} takes a number of elements that is not in sight. */
  static @Nullable Unpacking of(SyntaxNode target) {
    Deque<Place> places = new ArrayDeque<>();
    SyntaxNode part = target;
    for (SyntaxNode around : target.ancestors()) {
      switch (around.kind()) {
        case "pattern_list", "tuple_pattern", "list_pattern" -> {
          Place place = placeOf(part, around);
          if (place == null) {
            return null;
          }
          places.push(place);
        }
        case "assignment" -> {
          return ofValue(assigned(around), false, places);
        }
        case "for_statement", "for_in_clause" -> {
          return ofValue(around.field("right"), true, places);
        }
        default -> {
          return null;
        }
      }
      part = around;
    }
    return null;
  }

  private static @Nullable Unpacking ofValue(@Nullable SyntaxNode value, boolean elements, Deque<Place> places) {
    return value == null ? null : new Unpacking(value, elements, places);
  }

  private static @Nullable SyntaxNode assigned(SyntaxNode assignment) {
    SyntaxNode value = assignment.field("right");
    while (value != null && value.is("assignment")) {
      value = value.field("right");
    }
    return value;
  }

  private static @Nullable Place placeOf(SyntaxNode part, SyntaxNode pattern) {
    int index = -1;
    int count = 0;
    for (SyntaxNode child : pattern.namedChildren()) {
      if (child.is("list_splat_pattern")) {
        return null;
      }
      if (!child.is("comment")) {
        index = child.equals(part) ? count : index;
        count++;
      }
    }
    return index < 0 ? null : new Place(index, count);
  }

  /** The type of what the name gets. */
  PythonType partOf(PythonType typeOfValue) {
    PythonType type = elements ? typeOfValue.element() : typeOfValue;
    for (Place place : places) {
      type = type.part(place.index(), place.count());
    }
    return type;
  }
}
