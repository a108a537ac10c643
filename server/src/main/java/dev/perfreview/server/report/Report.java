package dev.perfreview.server.report;

import dev.perfreview.heat.Impact;
import dev.perfreview.server.scan.Outcome;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a review came to, ready to be written in any format.
 *
 * @param folder where the program was called: people are told paths from here
 * @param files those with findings to show, in the order of their paths
 * @param problems files that could not be reviewed
 * @param filesReviewed how many files were reviewed
 * @param hidden how many findings were below the impact that is shown
 * @param known how many findings were left out since the baseline has them
 * @param fixesApplied how many fixes were written to the files before they were reviewed
 */
public record Report(
  Path folder,
  List<FileReport> files,
  List<Outcome.Problem> problems,
  int filesReviewed,
  int hidden,
  int known,
  int fixesApplied
) {
  /** How many findings are shown of each impact. */
  public Map<Impact, Integer> counts() {
    Map<Impact, Integer> counts = new EnumMap<>(Impact.class);
    for (Impact impact : Impact.values()) {
      counts.put(impact, 0);
    }
    for (FileReport file : files) {
      file.findings().forEach(item -> counts.merge(item.reported().impact(), 1, Integer::sum));
    }
    return counts;
  }

  /** How many findings are shown. */
  public int size() {
    return files
      .stream()
      .mapToInt(file -> file.findings().size())
      .sum();
  }

  /** A path as a person at {@link #folder} names it, with {@code /} between the parts. */
  public String nameOf(Path path) {
    return nameFrom(folder, path);
  }

  /** A path as a person in a folder names it, with {@code /} between the parts: from there, or absolute where it lies outside. */
  public static String nameFrom(Path folder, Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    Path shown = absolute.startsWith(folder) ? folder.relativize(absolute) : absolute;
    return shown.toString().replace(path.getFileSystem().getSeparator(), "/");
  }
}
