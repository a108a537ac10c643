package dev.perfreview.rust;

import dev.perfreview.syntax.SyntaxNode;
import java.util.List;

/** Tells comments from code. */
public final class Comments {

  private Comments() {}

  /** Whether the node is a comment. */
  public static boolean isComment(SyntaxNode node) {
    return node.isAny("line_comment", "block_comment");
  }

  /** The nodes that are no comments. */
  public static List<SyntaxNode> without(List<SyntaxNode> nodes) {
    return nodes
      .stream()
      .filter(node -> !isComment(node))
      .toList();
  }

  /** Whether a comment stands within the node. */
  public static boolean areIn(SyntaxNode node) {
    return node.streamDescendants().anyMatch(Comments::isComment);
  }
}
