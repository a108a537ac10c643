package dev.perfreview.server.scan;

import dev.perfreview.analysis.AllRules;
import dev.perfreview.server.configuration.Configuration;
import dev.perfreview.server.configuration.ConfigurationLoader;
import dev.perfreview.server.configuration.ConfigurationProblem;
import dev.perfreview.server.configuration.LoadedConfiguration;
import dev.perfreview.server.disk.FailureReason;
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
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The files that a list of files and folders stands for. A file that is named is taken whatever excludes it; one that lies in two of the folders is
 * taken once.
 */
public final class Targets {

  private final TreeMap<Path, Target> targets = new TreeMap<>(Comparator.naturalOrder());
  private final Set<Outcome.Problem> problems = new LinkedHashSet<>();
  private final Map<Path, LoadedConfiguration> configurations = new HashMap<>();

  private final Path calledFrom;
  private final Configuration base;

  private Targets(Path calledFrom, Configuration base) {
    this.calledFrom = calledFrom;
    this.base = base;
  }

  /**
   * Looks for the files.
   *
   * @param places files and folders
   * @param calledFrom where the program was called
   */
  public static Targets of(List<Path> places, Path calledFrom) {
    return of(places, calledFrom, Configuration.standard());
  }

  /**
   * Looks for the files.
   *
   * @param places files and folders
   * @param calledFrom where the program was called
   * @param base what holds where no configuration file says otherwise
   */
  public static Targets of(List<Path> places, Path calledFrom, Configuration base) {
    Targets targets = new Targets(calledFrom, base);
    places.forEach(place -> targets.add(place.toAbsolutePath().normalize()));
    return targets;
  }

  /**
   * No files so far; {@link #target} tells of any.
   *
   * @param base what holds where no configuration file says otherwise
   */
  public static Targets none(Path calledFrom, Configuration base) {
    return new Targets(calledFrom, base);
  }

  /**
   * A file as it would be reviewed, whether or not it is there.
   *
   * @return nothing when it is neither Python nor Rust, or its configuration leaves it out
   */
  public Optional<Target> target(Path file) {
    WorkspaceFolder folder = WorkspaceFolder.around(file, calledFrom);
    Configuration configuration = configurationFor(file, folder);
    return Language.ofFileName(String.valueOf(file.getFileName()))
      .filter(_ -> configuration.enabled() && !configuration.excludes(folder.pathOf(file)))
      .map(language -> new Target(file, language, folder, configuration.at(folder.pathOf(file))));
  }

  /** The files in the order of their paths. */
  public List<Target> all() {
    return List.copyOf(targets.values());
  }

  /** What is wrong with the places or their configuration. */
  public List<Outcome.Problem> problems() {
    return List.copyOf(problems);
  }

  /** The ids of all rules that their configurations may name. */
  public Set<String> ruleIds() {
    Set<String> ids = new TreeSet<>(AllRules.ids());
    configurations.values().forEach(loaded -> ids.addAll(loaded.configuration().analysis().userRules().ids()));
    return ids;
  }

  private void add(Path place) {
    if (Files.isDirectory(place)) {
      addFolder(place);
    } else if (Files.exists(place)) {
      Optional<Language> language = Language.ofFileName(String.valueOf(place.getFileName()));
      language.ifPresentOrElse(
        known -> {
          WorkspaceFolder folder = WorkspaceFolder.around(place, calledFrom);
          targets.put(place, new Target(place, known, folder, settingsOf(place, folder)));
        },
        () -> problems.add(new Outcome.Problem(place, "is neither Python nor Rust by its name"))
      );
    } else {
      problems.add(new Outcome.Problem(place, "does not exist"));
    }
  }

  private void addFolder(Path place) {
    WorkspaceFolder folder = WorkspaceFolder.around(place, calledFrom);
    try {
      List<Path> files = SourceFiles.below(
        place,
        path -> configurationFor(path, folder).excludes(folder.pathOf(path)),
        (unlisted, failure) ->
          problems.add(new Outcome.Problem(unlisted, "cannot be listed: " + FailureReason.of(failure)))
      );
      for (Path file : files) {
        Language language = Language.ofFileName(file.toString()).orElseThrow();
        targets.put(file, new Target(file, language, folder, settingsOf(file, folder)));
      }
    } catch (IOException failure) {
      problems.add(new Outcome.Problem(place, "cannot be listed: " + FailureReason.of(failure)));
    }
  }

  private Configuration settingsOf(Path file, WorkspaceFolder folder) {
    return configurationFor(file, folder).at(folder.pathOf(file));
  }

  private Configuration configurationFor(Path path, WorkspaceFolder folder) {
    @Nullable
    Path parent = path.getParent();
    LoadedConfiguration loaded = configurationIn(parent == null ? path : parent, folder);
    for (ConfigurationProblem problem : loaded.problems()) {
      problems.add(new Outcome.Problem(problem.file(), "line " + (problem.line() + 1) + ": " + problem.message()));
    }
    return loaded.configuration();
  }

  /** The same object for all folders that one file configures: what is worked out for its hot paths is worked out once. */
  private LoadedConfiguration configurationIn(Path place, WorkspaceFolder folder) {
    @Nullable
    LoadedConfiguration known = configurations.get(place);
    if (known == null) {
      @Nullable
      Path parent = place.equals(folder.path()) ? null : place.getParent();
      known = ConfigurationLoader.loadOwn(place, base).orElseGet(() ->
        parent == null || !parent.startsWith(folder.path())
          ? new LoadedConfiguration(base, List.of(), List.of())
          : configurationIn(parent, folder)
      );
      configurations.put(place, known);
    }
    return known;
  }
}
