package dev.perfreview.server.review;

import dev.perfreview.analysis.WorkspaceIndex;
import dev.perfreview.heat.HeatByCalls;
import dev.perfreview.heat.HotPaths;
import dev.perfreview.server.index.FolderFacts;
import dev.perfreview.server.index.IndexedFile;
import dev.perfreview.server.scan.SideBySide;
import dev.perfreview.server.scan.Target;
import dev.perfreview.server.scan.WorkspaceFolder;
import java.nio.file.Files;
import java.util.List;

/**
 * The files of a workspace folder that are reviewed, and what they tell each other as they are on the disk. Nothing of that depends on the change.
 *
 * @param targets the files
 * @param onDisk what they tell; not to be changed
 */
record FolderFiles(List<Target> targets, WorkspaceIndex onDisk) {
  /**
   * Reads the files, and works out what the hot paths say of their functions, which both versions of a change are asked for.
   *
   * @param progress told how far the work has come
   */
  static FolderFiles read(WorkspaceFolder folder, List<Target> targets, ReviewProgress progress)
    throws InterruptedException {
    List<IndexedFile> files = targets
      .stream()
      .filter(target -> Files.isRegularFile(target.file()))
      .map(IndexedFile::of)
      .toList();
    progress.start("index", files.size());
    WorkspaceIndex index = FolderFacts.read(folder, files, progress::advance);
    if (!targets.isEmpty()) {
      // Those of nearly all files; where `[[per-path]]` says otherwise, it is worked out when it is asked for.
      HotPaths hotPaths = targets.getFirst().configuration().analysis().hotPaths();
      SideBySide.forEach(index.files(), file -> HeatByCalls.prepare(file, hotPaths));
    }
    return new FolderFiles(targets, index);
  }
}
