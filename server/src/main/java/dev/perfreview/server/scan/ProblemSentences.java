package dev.perfreview.server.scan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Problems for a person to read: what holds for many files is said once. */
public final class ProblemSentences {

  /** How many files are named of those that have the same problem; of no more each has its own sentence. */
  private static final int NAMED = 3;

  private ProblemSentences() {}

  /**
   * The sentences, in the order in which the problems came.
   *
   * @param nameOf what a person calls a file
   */
  public static List<String> of(List<Outcome.Problem> problems, Function<Path, String> nameOf) {
    Map<String, List<String>> names = new LinkedHashMap<>();
    for (Outcome.Problem problem : problems) {
      names.computeIfAbsent(problem.message(), message -> new ArrayList<>()).add(nameOf.apply(problem.path()));
    }
    List<String> sentences = new ArrayList<>();
    names.forEach((message, ofFiles) -> {
      if (ofFiles.size() <= NAMED) {
        ofFiles.forEach(name -> sentences.add(name + " " + message));
      } else {
        String others = String.join(", ", ofFiles.subList(1, NAMED)) + " and " + (ofFiles.size() - NAMED) + " more";
        sentences.add(ofFiles.getFirst() + " " + message + "; the same holds for " + others);
      }
    });
    return sentences;
  }
}
