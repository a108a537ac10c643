package dev.perfreview.heat;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A pattern of qualified function names, such as {@code Scheduler.event_loop_*} or {@code *.match_prefix}. It takes the function or
 * class that it names wherever that is nested, with all that is defined within it; {@code *} stands for anything within one name.
 */
public final class SymbolPattern {

  private final String text;
  private final List<LazyPattern> names;
  private final int literal;

  private SymbolPattern(String text, List<LazyPattern> names, int literal) {
    this.text = text;
    this.names = names;
    this.literal = literal;
  }

  /**
   * How well a pattern fits a name; the greater, the more closely it names it.
   *
   * @param depth the names of the qualified name up to the last one that the pattern names
   * @param literal the characters that the pattern fixes
   */
  record Match(int depth, int literal) implements Comparable<Match> {
    private static final Comparator<Match> ORDER = Comparator.comparingInt(Match::depth).thenComparingInt(
      Match::literal
    );

    @Override
    public int compareTo(Match other) {
      return ORDER.compare(this, other);
    }
  }

  /**
   * Reads a pattern.
   *
   * @throws IllegalArgumentException when it is empty or has what no name has; the message says what is wrong
   */
  public static SymbolPattern of(String text) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("the pattern is empty");
    }
    if (text.contains("::")) {
      throw new IllegalArgumentException("the parts of a name are joined by a dot: `KvRouter.find_best_match`");
    }
    List<LazyPattern> names = Stream.of(text.split("\\.", -1)).map(SymbolPattern::compile).toList();
    int literal = (int) text
      .chars()
      .filter(unit -> unit != '*' && unit != '.')
      .count();
    return new SymbolPattern(text, names, literal);
  }

  private static LazyPattern compile(String name) {
    if (!name.chars().allMatch(unit -> unit == '*' || Character.isUnicodeIdentifierPart(unit))) {
      throw new IllegalArgumentException("`" + name + "` cannot be part of a function's name");
    }
    if (name.isEmpty()) {
      throw new IllegalArgumentException("a part of the name is empty");
    }
    return new LazyPattern(name.replace("*", ".*"));
  }

  /** How well it fits a qualified name, split at its dots; nothing when it does not. */
  @Nullable
  Match match(String[] qualifiedName) {
    for (int end = qualifiedName.length; end >= names.size(); end--) {
      if (matchesBefore(end, qualifiedName)) {
        return new Match(end, literal);
      }
    }
    return null;
  }

  private boolean matchesBefore(int end, String[] qualifiedName) {
    for (int i = 0; i < names.size(); i++) {
      if (
        !names
          .get(i)
          .matcher(qualifiedName[end - names.size() + i])
          .matches()
      ) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SymbolPattern pattern && pattern.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** The pattern as it was written. */
  @Override
  public String toString() {
    return text;
  }
}
