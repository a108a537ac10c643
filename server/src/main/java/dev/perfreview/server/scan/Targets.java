package dev.perfreview.server.scan;

import dev.perfreview.server.configuration.Configuration;
import dev.perfreview.server.configuration.ConfigurationLoader;
import dev.perfreview.server.configuration.ConfigurationProblem;
import dev.perfreview.server.configuration.LoadedConfiguration;
import dev.perfreview.syntax.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The files that a list of files and folders stands for. A file that is named is taken whatever excludes it; one that lies in two of the folders is
 * taken once.
 */
public final class Targets {

  private final TreeMap<Path, Target> targets = new TreeMap<>(Comparator.naturalOrder());
  private final Set<Outcome.Problem> problems = new LinkedHashSet<>();
  private final Map<Path, LoadedConfiguration> configurations = new HashMap<>();

  private Targets() {}

  /** Looks for the files. */
  public static Targets of(List<Path> places) {
    Targets targets = new Targets();
    places.forEach(place -> targets.add(place.toAbsolutePath().normalize()));
    return targets;
  }

  /** The files in the order of their paths. */
  public List<Target> all() {
    return List.copyOf(targets.values());
  }

  /** What is wrong with the places or their configuration. */
  public List<Outcome.Problem> problems() {
    return List.copyOf(problems);
  }

  private void add(Path place) {
    if (Files.isDirectory(place)) {
      addFolder(place);
    } else if (Files.exists(place)) {
      Optional<Language> language = Language.ofFileName(String.valueOf(place.getFileName()));
      language.ifPresentOrElse(
        known -> {
          WorkspaceFolder folder = WorkspaceFolder.around(place);
          targets.put(place, new Target(place, known, folder, configurationOf(folder)));
        },
        () -> problems.add(new Outcome.Problem(place, "is neither Python nor Rust by its name"))
      );
    } else {
      problems.add(new Outcome.Problem(place, "does not exist"));
    }
  }

  private void addFolder(Path place) {
    WorkspaceFolder folder = WorkspaceFolder.around(place);
    Configuration configuration = configurationOf(folder);
    try {
      List<Path> files = SourceFiles.below(
        place,
        path -> false,
        (unlisted, failure) -> problems.add(new Outcome.Problem(unlisted, "cannot be listed: " + reasonOf(failure)))
      );
      for (Path file : files) {
        Language language = Language.ofFileName(file.toString()).orElseThrow();
        targets.put(file, new Target(file, language, folder, configuration));
      }
    } catch (IOException failure) {
      problems.add(new Outcome.Problem(place, "cannot be listed: " + reasonOf(failure)));
    }
  }

  private Configuration configurationOf(WorkspaceFolder folder) {
    LoadedConfiguration loaded = configurations.computeIfAbsent(folder.path(), path ->
      ConfigurationLoader.load(path, Configuration.standard())
    );
    for (ConfigurationProblem problem : loaded.problems()) {
      problems.add(new Outcome.Problem(problem.file(), "line " + (problem.line() + 1) + ": " + problem.message()));
    }
    return loaded.configuration();
  }

  private static String reasonOf(IOException failure) {
    return failure instanceof java.nio.file.AccessDeniedException
      ? "permission denied"
      : String.valueOf(failure.getMessage());
  }
}
