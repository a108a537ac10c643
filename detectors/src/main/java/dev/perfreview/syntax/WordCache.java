package dev.perfreview.syntax;

import org.jspecify.annotations.Nullable;

/**
 * The texts of short nodes, most of them identifiers, which a file repeats and rules ask for again and again: copying them out of a text with
 * characters beyond Latin-1 was a tenth of reviewing it. What falls on the place of another word takes it. Can be used by several threads: each sees whole
 * words or none.
 */
final class WordCache {

  private static final int LONGEST = 40;
  private static final int PLACES = 1 << 12;
  private static final int HASH_FACTOR = 31;

  private final @Nullable String[] words = new String[PLACES];

  /**
   * A part of a text.
   *
   * @param start its first UTF-16 offset
   * @param end the UTF-16 offset after its last
   */
  String textOf(String text, int start, int end) {
    if (end - start > LONGEST) {
      return text.substring(start, end);
    }
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = HASH_FACTOR * hash + text.charAt(i);
    }
    int place = (hash ^ (hash >>> 12)) & (PLACES - 1);
    String known = words[place];
    if (known != null && known.length() == end - start && text.startsWith(known, start)) {
      return known;
    }
    String word = text.substring(start, end);
    words[place] = word;
    return word;
  }
}
