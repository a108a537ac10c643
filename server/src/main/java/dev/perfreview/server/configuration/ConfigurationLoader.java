package dev.perfreview.server.configuration;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Finds and reads configuration. A folder is configured by its {@code perf-review.toml}, {@code .perf-review.toml}, the table
 * {@code [tool.perf-review]} of its {@code pyproject.toml} or {@code [workspace.metadata.perf-review]} of its {@code Cargo.toml};
 * the first of these holds, and two are merged only where one extends the other.
 */
public final class ConfigurationLoader {

  private ConfigurationLoader() {}

  /** The names of the files that can configure perf-review; editors watch them. */
  public static List<String> fileNames() {
    return ConfigurationFile.names();
  }

  /** The file that configures a folder by itself, if it has one. */
  public static Optional<Path> fileOf(Path folder) {
    return ConfigurationFile.in(folder).map(ConfigurationFile::file);
  }

  /**
   * Reads the configuration that holds for a folder.
   *
   * @param folder the workspace folder, or the folder that {@code check} runs on
   * @param base the settings that the file adds to: the editor's, or {@link Configuration#standard()}
   */
  public static LoadedConfiguration load(Path folder, Configuration base) {
    return loadNearest(folder, folder, base);
  }

  /**
   * Reads the configuration that a folder itself has.
   *
   * @param folder a folder within a workspace folder
   * @param base the settings that the file adds to
   */
  public static Optional<LoadedConfiguration> loadOwn(Path folder, Configuration base) {
    return ConfigurationFile.in(folder).map(file -> ConfigurationAssembly.load(file, base));
  }

  /**
   * Reads the configuration that holds in a folder of a workspace: that of the nearest folder which has one, up to the workspace folder.
   *
   * @param folder a folder within the workspace folder
   * @param workspaceFolder where the search ends
   * @param base the settings that the file adds to
   */
  public static LoadedConfiguration loadNearest(Path folder, Path workspaceFolder, Configuration base) {
    Path current = folder.toAbsolutePath().normalize();
    Path last = workspaceFolder.toAbsolutePath().normalize();
    while (current != null && current.startsWith(last)) {
      Optional<ConfigurationFile> found = ConfigurationFile.in(current);
      if (found.isPresent()) {
        return ConfigurationAssembly.load(found.get(), base);
      }
      current = current.getParent();
    }
    return new LoadedConfiguration(base, List.of(), List.of());
  }
}
