package dev.perfreview.python.rules;

import dev.perfreview.syntax.SyntaxNode;

/** Code as a message quotes it: on one line and not too long. */
final class CodeSummary {

  private static final int LONGEST = 60;

  private CodeSummary() {}

  static String of(SyntaxNode code) {
    String line = code.text().replaceAll("\\s+", " ");
    return line.length() <= LONGEST ? line : "…" + line.substring(line.length() - LONGEST + 1);
  }
}
