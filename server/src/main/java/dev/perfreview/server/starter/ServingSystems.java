package dev.perfreview.server.starter;

import dev.perfreview.heat.Heat;
import dev.perfreview.heat.HotPath;
import dev.perfreview.heat.HotPaths;
import dev.perfreview.heat.Profile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which of the serving systems with built-in hot paths a folder looks like: of which one most files lie on them. */
final class ServingSystems {

  /** Fewer files are a coincidence of names. */
  private static final int FEWEST_FILES = 3;

  /** A system whose files are fewer than this part of those of the likeliest is a coincidence too. */
  private static final double SMALLEST_PART = 0.2;

  private ServingSystems() {}

  /**
   * The systems that a folder looks like, the likeliest first, each with the number of files on its hot paths.
   *
   * @param paths the files' paths from the folder, with {@code /}
   */
  static Map<String, Integer> among(Collection<String> paths) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (String name : Profile.NAMES) {
      List<HotPath> entries = entriesOf(name);
      int count = (int) paths
        .stream()
        .filter(path ->
          entries.stream().anyMatch(entry ->
            entry
              .paths()
              .stream()
              .anyMatch(glob -> glob.matches(path))
          )
        )
        .count();
      counts.put(name, count);
    }
    int most = counts.values().stream().max(Comparator.naturalOrder()).orElse(0);
    List<Map.Entry<String, Integer>> likely = new ArrayList<>(counts.entrySet());
    likely.removeIf(entry -> entry.getValue() < Math.max(FEWEST_FILES, most * SMALLEST_PART));
    likely.sort(Map.Entry.<String, Integer>comparingByValue().reversed());
    Map<String, Integer> found = new LinkedHashMap<>();
    likely.forEach(entry -> found.put(entry.getKey(), entry.getValue()));
    return found;
  }

  /** What a profile adds to what is always in force, and names files. */
  private static List<HotPath> entriesOf(String profile) {
    Set<HotPath> always = new HashSet<>(HotPaths.of(List.of(), List.of()).entries());
    return HotPaths.of(List.of(profile), List.of())
      .entries()
      .stream()
      .filter(entry -> !always.contains(entry) && entry.heat() != Heat.COLD)
      .toList();
  }
}
