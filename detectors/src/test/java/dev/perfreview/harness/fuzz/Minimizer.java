package dev.perfreview.harness.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** Makes a text that shows a fault smaller as long as it shows it, first by lines, then by characters (Zeller's delta debugging). */
final class Minimizer {

  private int attemptsLeft;
  private final Predicate<String> shows;

  private Minimizer(Predicate<String> shows, int attempts) {
    this.shows = shows;
    this.attemptsLeft = attempts;
  }

  /**
   * A smaller text.
   *
   * @param text shows the fault
   * @param shows whether a text does
   * @param attempts how many texts are tried at most
   */
  static String minimize(String text, Predicate<String> shows, int attempts) {
    Minimizer minimizer = new Minimizer(shows, attempts);
    String fewerLines = minimizer.reduce(Arrays.asList(text.split("(?<=\n)")));
    return minimizer.reduce(Arrays.asList(fewerLines.split("")));
  }

  private String reduce(List<String> parts) {
    List<String> left = new ArrayList<>(parts);
    int size = Math.max(1, left.size() / 2);
    while (attemptsLeft > 0) {
      boolean smaller = false;
      for (int start = 0; start < left.size() && attemptsLeft > 0; ) {
        List<String> candidate = new ArrayList<>(left.subList(0, start));
        candidate.addAll(left.subList(Math.min(left.size(), start + size), left.size()));
        attemptsLeft--;
        if (shows.test(String.join("", candidate))) {
          left = candidate;
          smaller = true;
        } else {
          start += size;
        }
      }
      if (size == 1 && !smaller) {
        break;
      }
      size = Math.max(1, size / 2);
    }
    return String.join("", left);
  }
}
