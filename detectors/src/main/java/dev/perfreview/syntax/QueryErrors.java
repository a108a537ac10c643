package dev.perfreview.syntax;

import io.github.treesitter.jtreesitter.internal.TreeSitter;
import java.util.List;
import java.util.TreeSet;

/** Says in words what tree-sitter has against a query. */
final class QueryErrors {

  private QueryErrors() {}

  /**
   * The error of a query.
   *
   * @param grammar the grammar that it was read for
   * @param text the query
   * @param start the UTF-16 offset that tree-sitter names
   * @param kind its {@code TSQueryError}
   */
  static QuerySyntaxException of(Grammar grammar, String text, int start, int kind) {
    String language = grammar.language().id();
    if (kind == TreeSitter.TSQueryErrorNodeType()) {
      String name = nameAt(text, start);
      return QuerySyntaxException.unknown(
        start,
        name,
        new TreeSet<>(grammar.namedKinds()),
        "the grammar of %s has no node `%s`".formatted(language, name)
      );
    }
    if (kind == TreeSitter.TSQueryErrorField()) {
      String name = nameAt(text, start);
      return QuerySyntaxException.unknown(
        start,
        name,
        new TreeSet<>(grammar.fieldNames()),
        "the grammar of %s has no field `%s`".formatted(language, name)
      );
    }
    if (kind == TreeSitter.TSQueryErrorCapture()) {
      String name = nameAt(text, start);
      return QuerySyntaxException.unknown(
        start,
        name,
        List.of(),
        "no node before this predicate is captured as `@%s`".formatted(name)
      );
    }
    if (kind == TreeSitter.TSQueryErrorStructure()) {
      return QuerySyntaxException.at(
        start,
        0,
        "this can match nothing: in the grammar of %s the node around it never has such a part".formatted(language)
      );
    }
    return start >= text.stripTrailing().length()
      ? QuerySyntaxException.at(start, 0, "the query ends too early: is a `)`, `]` or `\"` missing?")
      : QuerySyntaxException.at(start, 0, "the query does not parse here");
  }

  private static String nameAt(String text, int start) {
    int end = start;
    while (end < text.length() && isPartOfName(text.charAt(end))) {
      end++;
    }
    return text.substring(start, end);
  }

  private static boolean isPartOfName(char unit) {
    return Character.isLetterOrDigit(unit) || "_-.?!".indexOf(unit) >= 0;
  }
}
