package dev.perfreview.server.scan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Problems for a person to read: what holds for many files is said once. */
public final class ProblemSentences {

  /** How many files are named of those that have the same problem. */
  private static final int NAMED = 3;

  private ProblemSentences() {}

  /**
   * A sentence for each kind of problem, in the order in which they came.
   *
   * @param nameOf what a person calls a file
   */
  public static List<String> of(List<Outcome.Problem> problems, Function<Path, String> nameOf) {
    Map<String, List<String>> names = new LinkedHashMap<>();
    for (Outcome.Problem problem : problems) {
      names.computeIfAbsent(problem.message(), message -> new ArrayList<>()).add(nameOf.apply(problem.path()));
    }
    List<String> sentences = new ArrayList<>();
    names.forEach((message, ofFiles) -> sentences.add(ofFiles.getFirst() + " " + message + others(ofFiles)));
    return sentences;
  }

  private static String others(List<String> names) {
    if (names.size() == 1) {
      return "";
    }
    int shown = Math.min(names.size(), NAMED);
    String more = names.size() > shown ? " and " + (names.size() - shown) + " more" : "";
    return "; the same holds for " + String.join(", ", names.subList(1, shown)) + more;
  }
}
