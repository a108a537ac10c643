package dev.perfreview.server.index;

import dev.perfreview.analysis.WorkspaceIndex;
import dev.perfreview.server.scan.SideBySide;
import dev.perfreview.server.scan.WorkspaceFolder;
import java.util.List;

/** Reads what the files of a workspace folder tell each other, with what was kept of them. */
public final class FolderFacts {

  private FolderFacts() {}

  /**
   * Reads the files, and keeps what they tell for the next time if the folder is a project.
   *
   * @param indexed called after each file, from any thread
   */
  public static WorkspaceIndex read(WorkspaceFolder folder, List<IndexedFile> files, Runnable indexed)
    throws InterruptedException {
    WorkspaceIndex index = new WorkspaceIndex();
    FactsStore store = folder.isProject() ? FactsStore.of(folder.path()) : FactsStore.none();
    SideBySide.forEach(files, file -> {
      store.of(file).ifPresent(index::put);
      indexed.run();
    });
    store.save();
    return index;
  }
}
