package dev.perfreview.server.lsp.workspace;

import java.util.Map;

/**
 * What the editor says of its settings.
 *
 * @param global what holds in no folder in particular
 * @param byFolder what holds in a folder, where the editor was asked about it
 */
public record ClientSettings(EditorSettings global, Map<Folder, EditorSettings> byFolder) {
  /** Takes a copy. */
  public ClientSettings {
    byFolder = Map.copyOf(byFolder);
  }

  /** The same settings everywhere. */
  public static ClientSettings everywhere(EditorSettings global) {
    return new ClientSettings(global, Map.of());
  }

  /** The settings of a folder. */
  public EditorSettings of(Folder folder) {
    return byFolder.getOrDefault(folder, global);
  }
}
