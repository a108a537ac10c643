package dev.perfreview.server.starter;

import dev.perfreview.syntax.Language;
import java.util.List;
import java.util.Map;

/**
 * What was found in a folder.
 *
 * @param files how many source files there are, by language; none of other people's or made by programs
 * @param systems how many files lie on the built-in hot paths of each serving system that it looks like, the most first
 * @param thirdParty folders of other people's code, by their path from the folder, with the number of files
 * @param generated globs of what programs made, with the number of files
 * @param coldFiles how many files are tests, benchmarks and tools by their path, by the name of the built-in entry
 * @param candidates code that may be a hot path, by event loops first
 */
public record Survey(
  Map<Language, Integer> files,
  Map<String, Integer> systems,
  Map<String, Integer> thirdParty,
  Map<String, Integer> generated,
  Map<String, Integer> coldFiles,
  List<Candidate> candidates
) {
  /** The built-in hot paths to choose: those of the systems that the folder looks like. */
  public List<String> profiles() {
    return systems.keySet().stream().sorted().toList();
  }

  /** How many folders and globs are to be excluded. */
  public int exclusions() {
    return thirdParty.size() + generated.size();
  }

  /** How many candidates for hot paths there are. */
  public int candidateCount() {
    return candidates.size();
  }
}
