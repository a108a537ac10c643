package dev.perfreview.python.rules;

import dev.perfreview.syntax.SyntaxNode;

/** Code as messages quote it. */
final class SourceQuote {

  private static final int LONGEST = 60;

  private SourceQuote() {}

  /** The code on one line, shortened at its front: what matters stands at the end of a chain of calls. */
  static String of(SyntaxNode node) {
    String code = node.text().replaceAll("\\s+", " ").replace('`', '\'');
    return code.length() <= LONGEST ? code : "…" + code.substring(code.length() - LONGEST);
  }
}
