package dev.perfreview.syntax;

import dev.perfreview.syntax.QueryPredicate.HasPattern;
import dev.perfreview.syntax.QueryPredicate.IsCapture;
import dev.perfreview.syntax.QueryPredicate.IsOneOf;
import dev.perfreview.syntax.QueryPredicate.IsText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/** Makes {@link QueryPredicate}s of what tree-sitter read. It tells no places, so they are looked for in the text. */
final class QueryPredicateReader {

  /** Strings and comments, in which nothing is a predicate, and the heads of predicates. */
  private static final Pattern HEADS = Pattern.compile(
    "\"(?:[^\"\\\\]|\\\\.)*+\"|;[^\\n]*+|\\(\\s*#(?<name>[\\w.!?-]*+)",
    Pattern.DOTALL
  );

  private final Matcher heads;

  /**
   * For the predicates of a query.
   *
   * @param query its text
   */
  QueryPredicateReader(String query) {
    this.heads = HEADS.matcher(query);
  }

  /**
   * A word of a predicate.
   *
   * @param isCapture whether it names a capture
   * @param value the name without its {@code @}, or the text
   */
  record Word(boolean isCapture, String value) {}

  /**
   * The next predicate of the query.
   *
   * @param words its name and what follows it
   * @throws QuerySyntaxException when it is none that is known, or is used wrongly
   */
  QueryPredicate read(List<Word> words) throws QuerySyntaxException {
    String name = words.getFirst().value();
    int start = 0;
    int length = 0;
    while (heads.find()) {
      if (heads.group("name") != null) {
        start = heads.start("name");
        length = heads.group("name").length();
        break;
      }
    }
    if (!QueryPredicate.NAMES.contains(name)) {
      String known = QueryPredicate.NAMES.stream()
        .map(each -> "`#" + each + "`")
        .collect(Collectors.joining(", "));
      throw QuerySyntaxException.unknown(
        start,
        name,
        QueryPredicate.NAMES,
        "there is no predicate `#" + name + "` among " + known
      );
    }
    if (words.size() < 2 || !words.get(1).isCapture()) {
      throw QuerySyntaxException.at(start, length, "`#" + name + "` asks about a capture, which must come first");
    }
    boolean any = name.startsWith("any-") && !name.equals("any-of?");
    String rest = any ? name.substring("any-".length()) : name;
    boolean negated = rest.startsWith("not-");
    String kind = negated ? rest.substring("not-".length()) : rest;
    List<Word> arguments = words.subList(2, words.size());
    try {
      return new QueryPredicate(test(kind, name, arguments), words.get(1).value(), negated, any);
    } catch (IllegalArgumentException wrong) {
      throw QuerySyntaxException.at(start, length, String.valueOf(wrong.getMessage()));
    }
  }

  private static QueryPredicate.Test test(String kind, String name, List<Word> arguments) {
    if (!kind.equals("any-of?") && arguments.size() != 1) {
      throw new IllegalArgumentException("`#%s` takes a capture and one more word".formatted(name));
    }
    if (arguments.isEmpty()) {
      throw new IllegalArgumentException("`#%s` takes a capture and the texts that it may have".formatted(name));
    }
    Word first = arguments.getFirst();
    if (kind.equals("eq?")) {
      return first.isCapture() ? new IsCapture(first.value()) : new IsText(first.value());
    }
    List<String> texts = new ArrayList<>();
    for (Word argument : arguments) {
      if (argument.isCapture()) {
        throw new IllegalArgumentException(
          "`#%s` compares with texts, and `@%s` is a capture".formatted(name, argument.value())
        );
      }
      texts.add(argument.value());
    }
    return kind.equals("match?") ? new HasPattern(pattern(first.value())) : new IsOneOf(Set.copyOf(texts));
  }

  private static Pattern pattern(String text) {
    try {
      return Pattern.compile(text);
    } catch (PatternSyntaxException wrong) {
      throw new IllegalArgumentException("`%s` is no regular expression: %s".formatted(text, wrong.getDescription()));
    }
  }
}
