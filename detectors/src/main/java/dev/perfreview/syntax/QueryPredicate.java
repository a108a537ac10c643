package dev.perfreview.syntax;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A condition of a pattern on the texts of its captures, as {@code (#eq? @name "sleep")}; tree-sitter leaves these to its callers. Where a
 * capture takes several nodes all of them must fulfil it, or one, when its name starts with {@code any-}; one that takes none fulfils it.
 *
 * @param test what is asked of a node's text
 * @param capture the capture whose nodes are asked
 * @param negated whether the answer must be no
 * @param any whether one node is enough
 */
record QueryPredicate(Test test, String capture, boolean negated, boolean any) {
  /** The names that are known, for messages. */
  static final List<String> NAMES = List.of(
    "eq?",
    "not-eq?",
    "any-eq?",
    "any-not-eq?",
    "match?",
    "not-match?",
    "any-match?",
    "any-not-match?",
    "any-of?",
    "not-any-of?"
  );

  /** What is asked of a text. */
  sealed interface Test {}

  /** Whether it is this text. */
  record IsText(String expected) implements Test {}

  /** Whether it is the text of another capture's node: the first of the first, the second of the second and so on. */
  record IsCapture(String other) implements Test {}

  /** Whether the expression is found in it. */
  record HasPattern(Pattern pattern) implements Test {}

  /** Whether it is one of these. */
  record IsOneOf(Set<String> expected) implements Test {}

  /** Whether a match fulfils it. */
  boolean holds(QueryMatch match, Texts texts) {
    List<TextRange> nodes = match.nodes(capture);
    List<TextRange> others = test instanceof IsCapture same ? match.nodes(same.other()) : List.of();
    if (test instanceof IsCapture && !any && nodes.size() != others.size()) {
      return negated;
    }
    for (int place = 0; place < nodes.size(); place++) {
      TextRange other = place < others.size() ? others.get(place) : null;
      boolean fulfilled = answer(nodes.get(place), other, texts) != negated;
      if (fulfilled == any) {
        return any;
      }
    }
    return !any || nodes.isEmpty();
  }

  private boolean answer(TextRange node, @Nullable TextRange other, Texts texts) {
    String text = texts.of(node);
    return switch (test) {
      case IsText is -> text.equals(is.expected());
      case IsCapture _ -> other != null && text.equals(texts.of(other));
      case HasPattern has -> has.pattern().matcher(texts.interruptible(text)).find();
      case IsOneOf is -> is.expected().contains(text);
    };
  }

  /** The texts that predicates look at. */
  interface Texts {
    /** The text of a node. */
    String of(TextRange node);

    /** The same text for a regular expression, which may take long. */
    CharSequence interruptible(String text);
  }
}
