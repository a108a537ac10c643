package dev.perfreview.server.lsp.indexing;

import dev.perfreview.analysis.Surroundings;
import dev.perfreview.heat.HotPaths;
import dev.perfreview.semantics.workspace.FileFacts;
import dev.perfreview.server.configuration.Configuration;
import dev.perfreview.server.index.FactsStore;
import dev.perfreview.server.index.IndexedFile;
import dev.perfreview.server.index.SourceFacts;
import dev.perfreview.server.index.UnreadableFiles;
import dev.perfreview.server.lsp.client.ProgressReports;
import dev.perfreview.server.lsp.client.RefreshRequests;
import dev.perfreview.server.lsp.client.WorkDoneProgress;
import dev.perfreview.server.lsp.document.DocumentSnapshot;
import dev.perfreview.server.lsp.document.Documents;
import dev.perfreview.server.lsp.document.OpenDocument;
import dev.perfreview.server.lsp.workspace.DocumentUri;
import dev.perfreview.server.lsp.workspace.Folder;
import dev.perfreview.server.lsp.workspace.Workspace;
import dev.perfreview.syntax.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Indexes the open folders once the open documents have been reviewed, and keeps the indexes up to edits, files and settings. Where the files
 * around a document tell something else, the open documents are reviewed again.
 */
public final class Indexer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Indexer.class);

  /** How long after the last change of a document others are told of it. */
  private static final int PAUSE_MILLISECONDS = 300;

  /** How long the first documents have to be reviewed before the folders are indexed. */
  private static final int PATIENCE_SECONDS = 5;

  /** A folder of more files is no project but a disk. */
  private static final int MOST_FILES = 50_000;

  private final ProgressReports progress;
  private final RefreshRequests refreshes;
  private final Workspace workspace;
  private final Documents documents;
  private final IndexingThreads threads = new IndexingThreads();
  /** Written by the indexing thread. */
  private final Map<Folder, FolderIndex> indexes = new ConcurrentHashMap<>();
  /** What was said of folders that could not be read in full; of the indexing thread. */
  private final Map<Path, String> told = new HashMap<>();
  private final Map<String, Future<?>> pending = new ConcurrentHashMap<>();

  /** For one session; nothing happens yet. */
  public Indexer(ProgressReports progress, RefreshRequests refreshes, Workspace workspace, Documents documents) {
    this.progress = progress;
    this.refreshes = refreshes;
    this.workspace = workspace;
    this.documents = documents;
  }

  /** Brings the indexes up to the folders that are open and the settings in force. */
  public void refresh() {
    var _ = threads.after(PAUSE_MILLISECONDS, this::refreshNow);
  }

  /** Forgets the indexes: the next {@link #refresh()} reads all files again. */
  public void forget() {
    var _ = threads.after(0, indexes::clear);
  }

  /** Hears that a document was opened or edited. */
  public void edited(String uri) {
    @Nullable
    Future<?> next = threads.after(PAUSE_MILLISECONDS, () -> {
      pending.remove(uri);
      update(List.of(uri));
    });
    Future<?> last = next == null ? null : pending.put(uri, next);
    if (last != null) {
      last.cancel(false);
    }
  }

  /** Hears of files that came, changed or went, or whose documents were closed: from then on what is on the disk counts. */
  public void changedOnDisk(Collection<String> uris) {
    var _ = threads.after(0, () -> update(uris));
  }

  private void refreshNow() throws InterruptedException {
    List<Folder> open = workspace.folders().all();
    indexes.keySet().retainAll(open);
    for (Folder folder : open) {
      Configuration configuration = workspace.configurationOf(folder);
      Optional<Path> path = DocumentUri.fileOf(folder.uri());
      if (path.isEmpty() || !Files.isDirectory(path.get())) {
        continue;
      }
      FolderIndex known = indexes.get(folder);
      if (known == null || !known.hasFilesOf(configuration)) {
        waitForReviews();
        index(folder, new FolderIndex(path.get().toAbsolutePath().normalize(), configuration));
      } else if (!known.isReadyFor(configuration.analysis().hotPaths())) {
        swap(folder, known);
      }
    }
  }

  private void waitForReviews() throws InterruptedException {
    try {
      CompletableFuture.allOf(
        documents
          .all()
          .stream()
          .map(OpenDocument::analysis)
          .toArray(CompletableFuture<?>[]::new)
      ).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException notReviewed) {
      // Superseded by an edit, or slow: no reason to wait for ever.
    }
  }

  private void index(Folder folder, FolderIndex index) throws InterruptedException {
    long started = System.nanoTime();
    FactsStore store = FactsStore.of(index.path());
    List<IndexedFile> files = filesOf(index, store.unreadable());
    String name = folder.path().substring(folder.path().lastIndexOf('/') + 1);
    try (WorkDoneProgress shown = progress.begin("perf-review: indexing " + name, files.size(), null)) {
      threads.forEach(files, file -> {
        store.of(file).ifPresent(index::put);
        shown.advance();
      });
      for (OpenDocument document : documents.all()) {
        String uri = document.snapshot().uri();
        if (workspace.folderOf(uri).filter(folder::equals).isPresent()) {
          put(index, uri, document.snapshot());
        }
      }
      indexes.put(folder, index);
      swap(folder, index);
      store.save();
    }
    tellUnreadable(index.path(), store.unreadable());
    LOG.info(
      "{} files of {} are indexed, in {} ms",
      index.size(),
      folder.path(),
      (System.nanoTime() - started) / 1_000_000
    );
  }

  /** Says what could not be read, and not again while it stays the same. */
  private void tellUnreadable(Path folder, UnreadableFiles unreadable) {
    String sentence = unreadable.sentence(folder).orElse("");
    if (!sentence.equals(told.put(folder, sentence)) && !sentence.isEmpty()) {
      LOG.warn("{}", sentence);
    }
  }

  private void update(Collection<String> uris) {
    Set<Folder> changed = new HashSet<>();
    for (String uri : uris) {
      Optional<Folder> folder = workspace.folderOf(uri);
      FolderIndex index = folder.map(indexes::get).orElse(null);
      if (index != null && update(index, uri)) {
        changed.add(folder.get());
      }
    }
    for (Folder folder : changed) {
      FolderIndex index = indexes.get(folder);
      if (index != null) {
        swap(folder, index);
      }
    }
  }

  private boolean update(FolderIndex index, String uri) {
    Optional<OpenDocument> document = documents.findFile(uri);
    if (document.isPresent()) {
      return put(index, uri, document.get().snapshot());
    }
    String path = workspace.pathOf(uri);
    Optional<Language> language = Language.ofFileName(path);
    Optional<Path> file = DocumentUri.fileOf(uri);
    if (file.isEmpty()) {
      return false;
    }
    if (language.isEmpty()) {
      return updateBelow(index, path, file.get());
    }
    Optional<FileFacts> facts = index.takes(file.get())
      ? FactsStore.none().of(new IndexedFile(file.get(), path, language.get()))
      : Optional.empty();
    return facts.isPresent() ? index.put(facts.get()) : index.remove(path);
  }

  /** Takes a folder that came, was renamed or went. */
  private boolean updateBelow(FolderIndex index, String path, Path place) {
    boolean changed = false;
    for (String known : index.pathsBelow(path)) {
      if (!Files.exists(index.path().resolve(known))) {
        changed |= index.remove(known);
      }
    }
    if (Files.isDirectory(place)) {
      for (IndexedFile file : filesOf(index, new UnreadableFiles())) {
        if (file.file().startsWith(place) && documents.findFile(file.file().toUri().toString()).isEmpty()) {
          changed |= FactsStore.none().of(file).map(index::put).orElse(false);
        }
      }
    }
    return changed;
  }

  private boolean put(FolderIndex index, String uri, DocumentSnapshot document) {
    String path = workspace.pathOf(uri);
    return (
      DocumentUri.fileOf(uri).filter(index::takes).isPresent() &&
      SourceFacts.of(path, document.language(), document.text()).map(index::put).orElse(false)
    );
  }

  /** Puts what the files tell now in force for the documents of a folder. */
  private void swap(Folder folder, FolderIndex index) {
    index.swap(workspace.configurationOf(folder).analysis().hotPaths());
    for (OpenDocument document : documents.all()) {
      if (workspace.folderOf(document.snapshot().uri()).filter(folder::equals).isPresent()) {
        document.reconsider();
      }
    }
    // Who calls a function decides how hot it is, whether or not anything is found in it.
    refreshes.codeLenses();
  }

  /** Ends when all that was asked for until now has come to the indexes. */
  public CompletableFuture<Void> settled() {
    CompletableFuture<Void> settled = new CompletableFuture<>();
    if (threads.after(PAUSE_MILLISECONDS + 1, () -> settled.complete(null)) == null) {
      settled.cancel(false);
    }
    return settled;
  }

  /** The files of a folder that are reviewed; none of one that is too large or no folder. */
  public List<IndexedFile> filesOf(Folder folder) {
    Optional<Path> path = DocumentUri.fileOf(folder.uri());
    if (path.isEmpty() || !Files.isDirectory(path.get())) {
      return List.of();
    }
    return filesOf(
      new FolderIndex(path.get().toAbsolutePath().normalize(), workspace.configurationOf(folder)),
      new UnreadableFiles()
    );
  }

  private static List<IndexedFile> filesOf(FolderIndex index, UnreadableFiles unreadable) {
    try {
      List<IndexedFile> files = index.files(unreadable);
      if (files.size() <= MOST_FILES) {
        return files;
      }
      LOG.warn("{} is not indexed: it has {} files, and the limit is {}", index.path(), files.size(), MOST_FILES);
    } catch (IOException failure) {
      LOG.warn("{} cannot be indexed", index.path(), failure);
    }
    return List.of();
  }

  /** The files around a document under these hot paths, as far as they are indexed. Never waits. */
  public Surroundings surroundingsOf(String uri, HotPaths hotPaths) {
    return workspace
      .folderOf(uri)
      .map(indexes::get)
      .map(index -> index.surroundings(hotPaths))
      .orElse(Surroundings.NONE);
  }

  @Override
  public void close() {
    threads.close();
  }
}
