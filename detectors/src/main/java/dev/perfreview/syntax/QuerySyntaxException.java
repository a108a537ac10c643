package dev.perfreview.syntax;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A query that cannot be used, and where in its text that shows. */
public final class QuerySyntaxException extends Exception {

  private static final long serialVersionUID = 1;

  private final int start;
  private final int length;
  private final @Nullable String unknown;
  private final transient List<String> known;

  private QuerySyntaxException(
    String message,
    int start,
    int length,
    @Nullable String unknown,
    Collection<String> known
  ) {
    super(message);
    this.start = start;
    this.length = length;
    this.unknown = unknown;
    this.known = List.copyOf(known);
  }

  /** What is wrong at a place. */
  static QuerySyntaxException at(int start, int length, String message) {
    return new QuerySyntaxException(message, start, length, null, List.of());
  }

  /** A name that means nothing, among those that would. */
  static QuerySyntaxException unknown(int start, String name, Collection<String> known, String message) {
    return new QuerySyntaxException(message, start, name.length(), name, known);
  }

  /** What is wrong, starting lower case. */
  public String reason() {
    return String.valueOf(getMessage());
  }

  /** The UTF-16 offset in the query at which it is wrong; its length at most. */
  public int start() {
    return start;
  }

  /** How many UTF-16 units are wrong; 0 when nothing says. */
  public int length() {
    return length;
  }

  /** The name that means nothing; nothing when something else is wrong. */
  public @Nullable String unknownName() {
    return unknown;
  }

  /** The names that stand in the place of the unknown one. */
  public List<String> knownNames() {
    return known;
  }
}
