package dev.perfreview.harness.fuzz;

import java.util.List;
import java.util.function.Function;

/**
 * An input and what is to hold for it. All of it follows from the seed.
 *
 * @param seed what the case was made from
 * @param name what was spoilt
 * @param extension how the name of a file with such a text ends
 * @param text the input
 * @param check answers what does not hold for a text, each as {@code what: how}
 */
record FuzzCase(long seed, String name, String extension, String text, Function<String, List<String>> check) {
  /** What does not hold for the input; an exception that escapes is one more of them. */
  List<String> faults() {
    return faultsOf(text);
  }

  /** What does not hold for another text. */
  List<String> faultsOf(String other) {
    try {
      return check.apply(other);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError | AssertionError thrown) {
      String at = thrown.getStackTrace().length == 0 ? "" : " at " + thrown.getStackTrace()[0];
      return List.of("no exception: " + thrown + at);
    }
  }
}
