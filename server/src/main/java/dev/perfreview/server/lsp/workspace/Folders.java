package dev.perfreview.server.lsp.workspace;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.WorkspaceFoldersChangeEvent;

/**
 * The folders that are open in the client. Immutable.
 *
 * @param all the folders, the longest path first, so that the innermost of nested ones is found
 */
public record Folders(List<Folder> all) {
  /** Takes folders in any order. */
  public Folders {
    all = all.stream().distinct().sorted(Folders::innermostFirst).toList();
  }

  // Comparator's own are not in the cache of classes, and are spun at each start.
  private static int innermostFirst(Folder one, Folder other) {
    int longer = Integer.compare(other.path().length(), one.path().length());
    return longer != 0 ? longer : one.uri().compareTo(other.uri());
  }

  /** The folders with these URIs. */
  public static Folders ofUris(List<String> uris) {
    return new Folders(uris.stream().map(Folder::of).toList());
  }

  /** The one folder at a path. */
  public static Folders ofPath(String path) {
    return ofUris(List.of(Path.of(path).toUri().toString()));
  }

  /** The folders after a change. */
  public Folders after(WorkspaceFoldersChangeEvent event) {
    List<Folder> next = new ArrayList<>(all);
    for (WorkspaceFolder removed : event.getRemoved()) {
      next.remove(Folder.of(removed.getUri()));
    }
    for (WorkspaceFolder added : event.getAdded()) {
      next.add(Folder.of(added.getUri()));
    }
    return new Folders(next);
  }

  /** The innermost folder that a document lies in. */
  public Optional<Folder> folderOf(String uri) {
    String path = DocumentUri.pathOf(uri);
    return all
      .stream()
      .filter(folder -> folder.relativize(path).isPresent())
      .findFirst();
  }

  /** A document's path from its innermost folder, or its whole path where it lies in none. */
  public String pathOf(String uri) {
    String path = DocumentUri.pathOf(uri);
    return all
      .stream()
      .flatMap(folder -> folder.relativize(path).stream())
      .findFirst()
      .orElse(path);
  }
}
