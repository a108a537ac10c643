package dev.perfreview.server.configuration;

import dev.perfreview.syntax.SourceText;
import dev.perfreview.syntax.TextRange;
import dev.perfreview.toml.TomlDocument;
import dev.perfreview.toml.TomlReader;
import dev.perfreview.toml.TomlReader.Located;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a configuration file and those that it extends. */
final class ConfigurationAssembly {

  /** How many files may extend each other one after the other: more is a mistake, or nobody can tell what holds. */
  static final int MOST_FILES = 8;

  private final Set<ConfigurationProblem> problems = new LinkedHashSet<>();
  private final Set<Path> files = new LinkedHashSet<>();

  private ConfigurationAssembly() {}

  /** The settings of a file over {@code base}, which holds alone where the file is no TOML. */
  static LoadedConfiguration load(ConfigurationFile file, Configuration base) {
    ConfigurationAssembly assembly = new ConfigurationAssembly();
    ConfigurationLayer layer = assembly.read(file, List.of(file.file().toAbsolutePath().normalize()));
    return new LoadedConfiguration(
      layer == null ? base : layer.onto(base),
      List.copyOf(assembly.problems),
      List.copyOf(assembly.files)
    );
  }

  /**
   * What a file says.
   *
   * @param chain the files that extend it, outermost first, and itself
   * @return nothing when it cannot be read or is no TOML
   */
  private @Nullable ConfigurationLayer read(ConfigurationFile file, List<Path> chain) {
    files.add(chain.getLast());
    if (file.unreadable() != null) {
      problems.add(new ConfigurationProblem(file.file(), new TextRange(0, 0), 0, file.unreadable()));
      return null;
    }
    TomlDocument document = TomlDocument.parse(file.text());
    TomlReader settings = file.settingsOf(document);
    ConfigurationLayer layer = null;
    if (settings != null && document.isWellFormed()) {
      ConfigurationLayer extended = extended(settings, chain);
      layer = ConfigurationReader.read(settings, file.file(), extended);
    }
    SourceText source = new SourceText(file.text());
    document.problems().forEach(problem -> {
      TextRange range = problem.range();
      problems.add(new ConfigurationProblem(file.file(), range, source.lineOf(range.start()), problem.message()));
    });
    return layer;
  }

  /** What the files say that a table extends, the last strongest. */
  private ConfigurationLayer extended(TomlReader settings, List<Path> chain) {
    ConfigurationLayer layer = ConfigurationLayer.EMPTY;
    for (Located name : settings.stringOrStrings("extend")) {
      ConfigurationLayer next = extended(name, settings, chain);
      layer = next == null ? layer : next.over(layer);
    }
    return layer;
  }

  private @Nullable ConfigurationLayer extended(Located name, TomlReader settings, List<Path> chain) {
    Path path;
    try {
      path = chain.getLast().resolveSibling(name.value()).normalize();
    } catch (InvalidPathException invalid) {
      settings.report(name.range(), "`%s` is no path: %s".formatted(name.value(), invalid.getReason()));
      return null;
    }
    if (chain.contains(path)) {
      String circle = chain
        .subList(chain.indexOf(path), chain.size())
        .stream()
        .map(each -> "`" + each.getFileName() + "`")
        .collect(Collectors.joining(" extends "));
      settings.report(
        name.range(),
        "the files extend each other in a circle: %s extends `%s`".formatted(circle, path.getFileName())
      );
      return null;
    }
    if (chain.size() == MOST_FILES) {
      settings.report(
        name.range(),
        "`%s` is left out: %d files extend each other already, which is the most".formatted(name.value(), MOST_FILES)
      );
      return null;
    }
    files.add(path);
    if (!Files.isRegularFile(path)) {
      settings.report(name.range(), "there is no file `%s` to extend".formatted(path));
      return null;
    }
    ConfigurationFile file = ConfigurationFile.at(path);
    if (file.unreadable() == null && !file.hasSettings()) {
      settings.report(name.range(), "`%s` has no table `[%s]`".formatted(name.value(), file.tableName()));
      return null;
    }
    List<Path> longer = new ArrayList<>(chain);
    longer.add(path);
    return read(file, longer);
  }
}
