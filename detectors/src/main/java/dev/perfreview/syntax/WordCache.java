package dev.perfreview.syntax;

import org.jspecify.annotations.Nullable;

/**
 * The texts of short nodes, most of them identifiers, which a file repeats and rules ask for again and again: copying them out of a text with
 * characters beyond Latin-1 was a tenth of reviewing it. What falls on the place of another word takes it. Can be used by several threads: each sees whole
 * words or none.
 */
final class WordCache {

  /** Longer texts, in UTF-16 units, hardly repeat. */
  static final int LONGEST = 40;

  /** About how many UTF-16 units of code there are for each place; large enough that words seldom meet. */
  private static final int UNITS_PER_PLACE = 12;

  private static final int FEWEST_PLACES = 64;

  private final @Nullable String[] words;

  /**
   * Makes a cache with no words.
   *
   * @param length about how long the texts are, in UTF-16 units
   */
  WordCache(int length) {
    words = new String[Integer.highestOneBit(Math.max(FEWEST_PLACES, length / UNITS_PER_PLACE))];
  }

  /**
   * A part of a text, of at most {@link #LONGEST} units.
   *
   * @param start its first UTF-16 offset
   * @param end the UTF-16 offset after its last
   */
  String textOf(SourceText text, int start, int end) {
    int hash = text.hashOf(start, end);
    int place = (hash ^ (hash >>> 16)) & (words.length - 1);
    String known = words[place];
    if (known != null && known.length() == end - start && text.string().startsWith(known, start)) {
      return known;
    }
    String word = text.string().substring(start, end);
    words[place] = word;
    return word;
  }
}
