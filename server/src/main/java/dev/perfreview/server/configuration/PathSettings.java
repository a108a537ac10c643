package dev.perfreview.server.configuration;

import dev.perfreview.heat.Glob;
import java.util.List;

/**
 * What holds for some files only.
 *
 * @param paths which
 * @param choice what holds there: rules that do not run elsewhere do not run there either
 */
public record PathSettings(List<Glob> paths, RuleChoice choice) {
  /** Takes a copy. */
  public PathSettings {
    paths = List.copyOf(paths);
  }

  /** Whether it is about a file, by its path from the workspace folder: a folder stands for all files below it. */
  boolean speaksOf(String path) {
    return paths.stream().anyMatch(glob -> glob.matchesWithin(path));
  }

  /** The settings of such a file. */
  Configuration over(Configuration base) {
    return new Configuration(
      base.enabled(),
      base.analysis().restrictedTo(choice::runs),
      choice.minimumImpact() == null ? base.minimumImpact() : choice.minimumImpact(),
      choice.maximumSeverity() == null ? base.maximumSeverity() : choice.maximumSeverity(),
      base.exclude(),
      choice.levels().over(base.ruleLevels()),
      List.of()
    );
  }
}
