package dev.perfreview.server.lsp.indexing;

import dev.perfreview.analysis.Surroundings;
import dev.perfreview.analysis.WorkspaceIndex;
import dev.perfreview.heat.HotPaths;
import dev.perfreview.semantics.workspace.FileFacts;
import dev.perfreview.server.configuration.Configuration;
import dev.perfreview.server.disk.FailureReason;
import dev.perfreview.server.index.IndexedFile;
import dev.perfreview.server.index.UnreadableFiles;
import dev.perfreview.server.scan.SourceFiles;
import dev.perfreview.syntax.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The index of one folder. Changed by the indexing thread only; {@link #surroundings} is asked by all, and nobody waits for it: the next are built
 * aside and swapped in whole.
 */
final class FolderIndex {

  /** What analyses are given, with the hot paths that its heat is worked out for already. */
  private record Ready(Surroundings surroundings, HotPaths hotPaths) {}

  private final Path path;
  private final Configuration configuration;
  private final WorkspaceIndex index = new WorkspaceIndex();
  private final Set<String> paths = ConcurrentHashMap.newKeySet();
  private volatile Ready ready;

  /**
   * An index without files.
   *
   * @param path the folder
   * @param configuration what says which of its files belong to it
   */
  FolderIndex(Path path, Configuration configuration) {
    this.path = path;
    this.configuration = configuration;
    this.ready = new Ready(Surroundings.NONE, configuration.analysis().hotPaths());
  }

  /** The folder. */
  Path path() {
    return path;
  }

  /** Whether another configuration has the same files belong to the index. */
  boolean hasFilesOf(Configuration other) {
    return configuration.exclude().equals(other.exclude());
  }

  /**
   * The files that belong to it.
   *
   * @param unreadable takes the folders that cannot be listed
   */
  List<IndexedFile> files(UnreadableFiles unreadable) throws IOException {
    return SourceFiles.below(
      path,
      file -> configuration.excludes(pathOf(file)),
      (unlisted, failure) -> unreadable.add(unlisted, "cannot be listed: " + FailureReason.of(failure))
    )
      .stream()
      .map(file -> new IndexedFile(file, pathOf(file), Language.ofFileName(file.toString()).orElseThrow()))
      .toList();
  }

  /** Whether a file in the folder belongs to it. */
  boolean takes(Path file) {
    return SourceFiles.isBelow(path, file, place -> configuration.excludes(pathOf(place)));
  }

  private String pathOf(Path file) {
    return path.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
  }

  /** Takes what a file tells now; answers whether others may see a difference. */
  boolean put(FileFacts facts) {
    paths.add(facts.path());
    return index.put(facts);
  }

  /** Forgets a file; answers whether it was known. */
  boolean remove(String file) {
    paths.remove(file);
    return index.remove(file);
  }

  /** The known files below a folder, by their paths from this one. */
  List<String> pathsBelow(String folder) {
    return paths
      .stream()
      .filter(path -> path.startsWith(folder + "/"))
      .toList();
  }

  /** How many files are known. */
  int size() {
    return index.size();
  }

  /** Whether the heat of all functions is worked out for these hot paths. */
  boolean isReadyFor(HotPaths hotPaths) {
    return ready.hotPaths() == hotPaths;
  }

  /** Works out what follows from the files as they are now, and gives that to the analyses from now on. */
  void swap(HotPaths hotPaths) {
    Surroundings next = index.surroundings();
    next.heatByCalls(hotPaths).prepare();
    ready = new Ready(next, hotPaths);
  }

  /** The files as they were at the last {@link #swap}; none where the heat would have to be worked out first. */
  Surroundings surroundings(HotPaths hotPaths) {
    Ready current = ready;
    return current.hotPaths() == hotPaths ? current.surroundings() : Surroundings.NONE;
  }
}
