package dev.perfreview.server.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Guesses which of some words a misspelt one was meant to be. */
final class Spelling {

  private Spelling() {}

  /** The nearest of the words, if at most a third of its letters would have to be changed. */
  static Optional<String> nearest(String misspelt, Collection<String> words) {
    return words
      .stream()
      .filter(word -> distance(misspelt, word) <= Math.max(misspelt.length(), word.length()) / 3)
      .min(Comparator.comparingInt(word -> distance(misspelt, word)));
  }

  /** The sentence that asks whether the nearest word was meant, with a space before it; empty when none is near. */
  static String question(String misspelt, Collection<String> words) {
    return nearest(misspelt, words)
      .map(word -> " (did you mean " + word + "?)")
      .orElse("");
  }

  /** How many letters must be inserted, deleted or replaced (Levenshtein's distance). */
  private static int distance(String from, String to) {
    int[] previous = new int[to.length() + 1];
    for (int column = 0; column <= to.length(); column++) {
      previous[column] = column;
    }
    for (int row = 1; row <= from.length(); row++) {
      int[] current = new int[to.length() + 1];
      current[0] = row;
      for (int column = 1; column <= to.length(); column++) {
        int replaced = previous[column - 1] + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
        current[column] = Math.min(replaced, 1 + Math.min(previous[column], current[column - 1]));
      }
      previous = current;
    }
    return previous[to.length()];
  }
}
