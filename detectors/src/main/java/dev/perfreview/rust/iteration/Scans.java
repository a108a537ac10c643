package dev.perfreview.rust.iteration;

import dev.perfreview.rust.Calls;
import dev.perfreview.rust.RustType;
import dev.perfreview.rust.values.ReadingMethods;
import dev.perfreview.syntax.SyntaxNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The scans that a call may be, by the name of its method. */
public final class Scans {

  private static final Map<String, Scan> BY_METHOD = Map.of(
    "any",
    SearchPerTurn::of,
    "contains",
    MembershipScan::of,
    "count",
    CharacterWalk::of,
    "drain",
    FrontRemoval::of,
    "find",
    SearchPerTurn::of,
    "insert",
    FrontRemoval::of,
    "nth",
    CharacterWalk::of,
    "position",
    SearchPerTurn::of,
    "remove",
    FrontRemoval::of
  );

  /** How the names of enums end whose variants are mere choices. */
  private static final List<String> VARIANTS = List.of("Kind", "Mode", "Role", "State", "Status", "Type");

  private Scans() {}

  /** The scan that a method of this name may make; nothing for others. */
  public static @Nullable Scan ofMethod(String method) {
    return BY_METHOD.get(method);
  }

  /** Whether a type is a list, whose elements are found only by going through them. */
  static boolean isList(@Nullable RustType type) {
    return (
      type != null &&
      switch (type.peeled().path()) {
        case "std::vec::Vec", "std::collections::VecDeque", RustType.SLICE -> true;
        default -> false;
      }
    );
  }

  /** Whether the elements are mostly written in the program, so that there are few: {@code &'static str}, the variants of an enum. */
  static boolean holdsConstants(RustType list) {
    String item = list.peeled().argument(0).path();
    return item.equals("str") || VARIANTS.stream().anyMatch(item::endsWith);
  }

  /** Whether a part of the file adds to what a place names. */
  static boolean isGrownIn(SyntaxNode part, String place) {
    return part
      .streamDescendants()
      .filter(node -> node.is("call_expression"))
      .anyMatch(call -> {
        SyntaxNode receiver = Calls.receiverOf(call);
        String method = Calls.nameOf(call);
        return (
          receiver != null &&
          method != null &&
          receiver.textIs(place) &&
          List.of("push", "push_back", "extend", "insert", "append").contains(method)
        );
      });
  }

  /** Whether a part of the file may change what a place names. */
  static boolean isChangedIn(SyntaxNode part, String place) {
    return part.streamDescendants().anyMatch(
      node ->
        switch (node.kind()) {
          case "call_expression" -> {
            SyntaxNode receiver = Calls.receiverOf(node);
            yield receiver != null &&
              receiver.textIs(place) &&
              ReadingMethods.isChanging(String.valueOf(Calls.nameOf(node)));
          }
          case "assignment_expression" -> {
            SyntaxNode left = node.field("left");
            yield left != null && left.textIs(place);
          }
          case "reference_expression" -> {
            SyntaxNode value = node.field("value");
            yield node.firstChild("mutable_specifier") != null && value != null && value.textIs(place);
          }
          default -> false;
        }
    );
  }
}
