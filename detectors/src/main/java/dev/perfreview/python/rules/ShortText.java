package dev.perfreview.python.rules;

import dev.perfreview.syntax.SyntaxNode;

/** Source text as a message shows it: on one line, and its end left out when it is long. */
final class ShortText {

  private static final int LONGEST = 48;

  private ShortText() {}

  /** The text of a node. */
  static String of(SyntaxNode node) {
    String text = node.text().replaceAll("\\s+", " ");
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }
}
