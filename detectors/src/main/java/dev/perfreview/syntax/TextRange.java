package dev.perfreview.syntax;

import org.jspecify.annotations.Nullable;

/**
 * A half-open span of a text.
 *
 * @param start first UTF-16 offset
 * @param end UTF-16 offset after the last; at least {@code start}
 */
public record TextRange(int start, int end) {
  public TextRange {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("not a range: " + start + " to " + end);
    }
  }

  /** The number of UTF-16 units. */
  public int length() {
    return end - start;
  }

  /** Whether the two share at least one unit. */
  public boolean overlaps(TextRange other) {
    return start < other.end && other.start < end;
  }

  /** Whether {@code other} lies wholly within this range. */
  public boolean contains(TextRange other) {
    return start <= other.start && other.end <= end;
  }

  /** Whether the unit at {@code offset} lies within this range. */
  public boolean contains(int offset) {
    return start <= offset && offset < end;
  }

  // Written out, for at each start the VM spins classes for those that a record gets.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TextRange range && range.start == start && range.end == end;
  }

  @Override
  public int hashCode() {
    return 31 * start + end;
  }
}
