package dev.perfreview.rust.guards;

import dev.perfreview.syntax.SyntaxNode;

/** Reads the {@code #[allow(…)]} and {@code #[expect(…)]} attributes by which an author says that a lint of Clippy is known and meant. */
public final class AllowedLints {

  private AllowedLints() {}

  /**
   * Whether an attribute of an item or statement around the node, or of the file, allows the lint.
   *
   * @param lint the path of the lint: {@code clippy::await_holding_lock}
   */
  public static boolean isAllowed(SyntaxNode node, String lint) {
    SyntaxNode inner = node;
    for (SyntaxNode outer : node.ancestors()) {
      if (outer.isAny("block", "declaration_list", "source_file") && isAllowedIn(outer, inner, lint)) {
        return true;
      }
      inner = outer;
    }
    return false;
  }

  /** Whether the inner attributes of {@code outer}, or the attributes right before its part {@code inner}, allow the lint. */
  private static boolean isAllowedIn(SyntaxNode outer, SyntaxNode inner, String lint) {
    boolean allowed = false;
    for (SyntaxNode child : outer.namedChildren()) {
      if (child.start() >= inner.start()) {
        return allowed;
      }
      switch (child.kind()) {
        case "inner_attribute_item" -> {
          if (allows(child, lint)) {
            return true;
          }
        }
        case "attribute_item" -> allowed |= allows(child, lint);
        case "line_comment", "block_comment" -> {
        }
        default -> allowed = false;
      }
    }
    return allowed;
  }

  private static boolean allows(SyntaxNode attribute, String lint) {
    String text = attribute.text().replaceAll("\\s", "");
    return (text.contains("[allow(") || text.contains("[expect(")) && text.contains(lint);
  }
}
