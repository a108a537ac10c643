package dev.perfreview.python.effects;

import dev.perfreview.syntax.SyntaxNode;
import java.util.Set;

/** Texts that are a few letters by what they are for: words that end an answer, special tokens, marks between parts. */
final class ShortTexts {

  private static final Set<String> WORDS = Set.of(
    "stop",
    "stops",
    "eos",
    "bos",
    "sep",
    "separator",
    "special",
    "placeholder",
    "delimiter",
    "marker",
    "tag",
    "suffix"
  );

  private ShortTexts() {}

  /** Whether a text is named for being one, or is an element of what is: {@code word in request.stop}. */
  static boolean isOne(SyntaxNode text) {
    return isNamed(text) || (text.is("identifier") && isElement(text));
  }

  private static boolean isElement(SyntaxNode name) {
    for (SyntaxNode ancestor : name.ancestors()) {
      if (ancestor.is("function_definition")) {
        return false;
      }
      SyntaxNode clause = ancestor.is("for_statement") ? ancestor : ancestor.firstChild("for_in_clause");
      SyntaxNode element = clause == null ? null : clause.field("left");
      SyntaxNode whole = clause == null ? null : clause.field("right");
      if (element != null && whole != null && element.textIs(name.text())) {
        return isNamed(whole);
      }
    }
    return false;
  }

  private static boolean isNamed(SyntaxNode expression) {
    SyntaxNode attribute = expression.is("attribute") ? expression.field("attribute") : expression;
    if (attribute == null || !attribute.is("identifier")) {
      return false;
    }
    for (String word : attribute.text().split("_", -1)) {
      if (WORDS.contains(word)) {
        return true;
      }
    }
    return false;
  }
}
