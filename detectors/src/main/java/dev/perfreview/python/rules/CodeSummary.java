package dev.perfreview.python.rules;

import dev.perfreview.python.effects.BlockingEffects;
import dev.perfreview.syntax.SyntaxNode;

/** Code as a message quotes it: on one line and not too long. */
final class CodeSummary {

  private CodeSummary() {}

  static String of(SyntaxNode code) {
    return BlockingEffects.shortened(code.text());
  }
}
