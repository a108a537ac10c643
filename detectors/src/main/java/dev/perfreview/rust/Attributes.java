package dev.perfreview.rust;

import dev.perfreview.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The {@code #[…]} attributes of an item. */
final class Attributes {

  private static final Set<String> TEST_ATTRIBUTES = Set.of(
    "bench",
    "fixture",
    "proptest",
    "rstest",
    "test",
    "test_case"
  );

  private Attributes() {}

  /** Whether one of the item's attributes has this name, paths before it left out. */
  static boolean has(SyntaxNode item, String name) {
    return of(item)
      .stream()
      .anyMatch(attribute -> nameOf(attribute).equals(name));
  }

  /** Whether the item derives a trait of this name ({@code #[derive(Clone)]}). */
  static boolean derives(SyntaxNode item, String trait) {
    return of(item)
      .stream()
      .filter(attribute -> nameOf(attribute).equals("derive"))
      .flatMap(SyntaxNode::streamDescendants)
      .anyMatch(token -> token.is("identifier") && token.textIs(trait));
  }

  /** Whether the item is compiled only into tests or benchmarks. */
  static boolean markTest(SyntaxNode item) {
    for (SyntaxNode attribute : of(item)) {
      String name = nameOf(attribute);
      if (TEST_ATTRIBUTES.contains(name) || (name.equals("cfg") && selectsTests(attribute))) {
        return true;
      }
    }
    return false;
  }

  /** The attributes before the item, among which comments may stand; those inside it ({@code #![…]}) are not read. */
  private static List<SyntaxNode> of(SyntaxNode item) {
    SyntaxNode parent = item.parent();
    List<SyntaxNode> attributes = new ArrayList<>();
    if (parent == null) {
      return attributes;
    }
    for (SyntaxNode child : parent.namedChildren()) {
      if (child.index() == item.index()) {
        return attributes;
      }
      switch (child.kind()) {
        case "attribute_item" -> attributes.addAll(child.namedChildren());
        case "line_comment", "block_comment" -> {
        }
        default -> attributes.clear();
      }
    }
    return attributes;
  }

  private static String nameOf(SyntaxNode attribute) {
    List<SyntaxNode> parts = attribute.namedChildren();
    List<String> segments = parts.isEmpty() ? null : RustPaths.segmentsOf(parts.getFirst());
    return segments == null ? "" : segments.getLast();
  }

  private static boolean selectsTests(SyntaxNode cfg) {
    boolean test = false;
    for (SyntaxNode token : cfg.descendants()) {
      if (token.is("identifier") && token.textIs("not")) {
        return false;
      }
      test |= token.is("identifier") && token.textIs("test");
    }
    return test;
  }
}
