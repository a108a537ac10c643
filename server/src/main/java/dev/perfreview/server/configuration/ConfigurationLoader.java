package dev.perfreview.server.configuration;

import java.nio.file.Path;
import java.util.List;

/** Finds and reads the configuration of a workspace folder. */
public final class ConfigurationLoader {

  private ConfigurationLoader() {}

  /**
   * Reads the configuration that holds for a folder.
   *
   * @param folder the workspace folder, or the folder that {@code check} runs on
   * @param base the settings that the file adds to: the editor's, or {@link Configuration#standard()}
   */
  public static LoadedConfiguration load(Path folder, Configuration base) {
    return new LoadedConfiguration(base, List.of());
  }
}
