package dev.perfreview.toml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** "Did you mean": the known word that an unknown one resembles most. */
public final class Suggestion {

  private Suggestion() {}

  /** {@code ", did you mean `select`?"}, or nothing when no known word is close. */
  public static String of(String unknown, Collection<String> known) {
    return closest(unknown, known)
      .map(word -> ", did you mean `" + word + "`?")
      .orElse("");
  }

  /** The known word within a third of the longer one's length in edits; of several the closest. */
  private static Optional<String> closest(String unknown, Collection<String> known) {
    return known
      .stream()
      .filter(word -> distance(unknown, word) <= Math.max(1, Math.max(unknown.length(), word.length()) / 3))
      .min(Comparator.comparingInt((String word) -> distance(unknown, word)).thenComparing(Comparator.naturalOrder()));
  }

  /** Levenshtein's distance, with {@code _} and upper case taken for {@code -} and lower case. */
  private static int distance(String left, String right) {
    String a = left.toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    String b = right.toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
