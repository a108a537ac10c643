package dev.perfreview.heat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pattern of qualified function names, such as {@code Scheduler.event_loop_*} or {@code *.match_prefix}. It takes the function or
 * class that it names wherever that is nested, with all that is defined within it; {@code *} stands for anything within one name.
 */
public final class SymbolPattern {

  private final String text;
  private final List<NamePattern> names;
  private final int literal;

  private SymbolPattern(String text, List<NamePattern> names, int literal) {
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
    @Override
    public int compareTo(Match other) {
      int deeper = Integer.compare(depth, other.depth);
      return deeper != 0 ? deeper : Integer.compare(literal, other.literal);
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
    // Loops and no streams here: a thousand patterns are read before the first document is reviewed.
    List<NamePattern> names = new ArrayList<>();
    int literal = 0;
    for (String name : text.split("\\.", -1)) {
      names.add(compile(name));
      for (int i = 0; i < name.length(); i++) {
        literal += name.charAt(i) == '*' ? 0 : 1;
      }
    }
    return new SymbolPattern(text, List.copyOf(names), literal);
  }

  private static NamePattern compile(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) != '*' && !Character.isUnicodeIdentifierPart(name.charAt(i))) {
        throw new IllegalArgumentException("`" + name + "` cannot be part of a function's name");
      }
    }
    if (name.isEmpty()) {
      throw new IllegalArgumentException("a part of the name is empty");
    }
    return new NamePattern(name);
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
      if (!names.get(i).matches(qualifiedName[end - names.size() + i])) {
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
