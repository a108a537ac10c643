package dev.perfreview.server.index;

import dev.perfreview.analysis.Surroundings;
import dev.perfreview.analysis.WorkspaceIndex;
import dev.perfreview.server.scan.Target;
import dev.perfreview.server.scan.Targets;
import dev.perfreview.server.scan.WorkspaceFolder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The workspace folders that the targets of a review lie in, indexed: of a project all its files, whichever of them are reviewed; of a
 * folder that nothing marks as a project the targets only, for it may be somebody's home.
 */
public final class ReviewIndex {

  private final Map<WorkspaceFolder, List<IndexedFile>> files = new LinkedHashMap<>();
  private final Map<WorkspaceFolder, Surroundings> surroundings = new HashMap<>();

  /**
   * Finds the files; none is read yet.
   *
   * @param targets what is reviewed
   * @param calledFrom where the program was called
   */
  public ReviewIndex(List<Target> targets, Path calledFrom) {
    Map<WorkspaceFolder, Map<Path, IndexedFile>> found = new LinkedHashMap<>();
    for (Target target : targets) {
      found.computeIfAbsent(target.folder(), folder -> new TreeMap<>()).put(target.file(), IndexedFile.of(target));
    }
    found.forEach((folder, ofFolder) -> {
      if (folder.isProject()) {
        for (Target other : Targets.of(List.of(folder.path()), calledFrom).all()) {
          ofFolder.putIfAbsent(other.file(), IndexedFile.of(other));
        }
      }
      files.put(folder, List.copyOf(ofFolder.values()));
    });
  }

  /** How many files there are to be indexed. */
  public int size() {
    return files.values().stream().mapToInt(List::size).sum();
  }

  /**
   * Reads the files.
   *
   * @param indexed called after each, from any thread
   */
  public void read(Runnable indexed) throws InterruptedException {
    for (Map.Entry<WorkspaceFolder, List<IndexedFile>> folder : files.entrySet()) {
      WorkspaceIndex index = FolderFacts.read(folder.getKey(), folder.getValue(), indexed);
      surroundings.put(folder.getKey(), index.surroundings());
    }
  }

  /** The files around a target, after {@link #read}. */
  public Surroundings of(Target target) {
    return surroundings.getOrDefault(target.folder(), Surroundings.NONE);
  }
}
