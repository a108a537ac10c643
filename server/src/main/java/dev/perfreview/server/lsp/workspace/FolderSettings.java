package dev.perfreview.server.lsp.workspace;

import dev.perfreview.server.configuration.Configuration;
import dev.perfreview.server.configuration.ConfigurationLoader;
import dev.perfreview.server.configuration.ConfigurationProblem;
import dev.perfreview.server.configuration.LoadedConfiguration;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The settings of one folder.
 *
 * @param inForce the last settings that were read without an error; the readable part while there were none yet
 * @param problems what is wrong with the configuration file now
 * @param files the files that the settings come from
 */
record FolderSettings(Configuration inForce, List<ConfigurationProblem> problems, List<Path> files) {
  /**
   * Reads a folder's configuration file.
   *
   * @param editor the editor's settings for the folder
   * @param last what held before, if the folder is not new
   */
  static FolderSettings load(Folder folder, EditorSettings editor, @Nullable FolderSettings last) {
    Optional<Path> path = DocumentUri.fileOf(folder.uri());
    if (path.isEmpty()) {
      return new FolderSettings(editor.asConfiguration(), List.of(), List.of());
    }
    LoadedConfiguration loaded = ConfigurationLoader.load(path.get(), editor.asConfiguration());
    return new FolderSettings(
      loaded.problems().isEmpty() || last == null ? loaded.configuration() : last.inForce(),
      loaded.problems(),
      loaded.files()
    );
  }
}
