package dev.perfreview.server.lsp.scan;

import dev.perfreview.analysis.Cancellation;
import dev.perfreview.server.index.IndexedFile;
import dev.perfreview.server.lsp.client.WorkDoneProgress;
import dev.perfreview.server.lsp.concurrency.BackgroundPool;
import dev.perfreview.server.lsp.document.Documents;
import dev.perfreview.server.lsp.document.OpenDocument;
import dev.perfreview.server.lsp.indexing.Indexer;
import dev.perfreview.server.lsp.workspace.DocumentUri;
import dev.perfreview.server.lsp.workspace.Folder;
import dev.perfreview.server.lsp.workspace.Workspace;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Reviews the files of the open folders that are not open themselves, one scan after the other. */
final class WorkspaceScan implements AutoCloseable {

  private static final int PATIENCE_MILLISECONDS = 100;

  private final Workspace workspace;
  private final Documents documents;
  private final Indexer indexer;
  private final CompletableFuture<Void> settingsKnown;
  private final ClosedFiles files;
  private final ExecutorService coordinator = Executors.newSingleThreadExecutor(work ->
    BackgroundPool.thread("perf-review-scan", work)
  );
  private final BackgroundPool readers = new BackgroundPool("perf-review-scan-reader");

  /**
   * For one session; nothing runs yet.
   *
   * @param settingsKnown ends when the settings of the folders are known for the first time
   */
  WorkspaceScan(
    Workspace workspace,
    Documents documents,
    Indexer indexer,
    CompletableFuture<Void> settingsKnown,
    ClosedFiles files
  ) {
    this.workspace = workspace;
    this.documents = documents;
    this.indexer = indexer;
    this.settingsKnown = settingsKnown;
    this.files = files;
  }

  /** A file of a folder. */
  private record Place(Folder folder, IndexedFile file) {}

  /** How a scan shows how far it has come. */
  interface Shown {
    /** Begins, when it is known how many files there are. */
    WorkDoneProgress begin(int files) throws InterruptedException;
  }

  /**
   * Reviews files once the settings are known and the folders indexed.
   *
   * @param wanted which files, by their paths
   * @param shown shows how far it has come
   * @param each takes what was found in each, on any thread
   * @param cancellation asked between files and within them
   * @return ends with how many files were reviewed, or with {@link CancellationException}
   */
  CompletableFuture<Integer> start(
    Predicate<Path> wanted,
    Shown shown,
    Consumer<FileReport> each,
    Cancellation cancellation
  ) {
    CompletableFuture<Integer> ended = new CompletableFuture<>();
    try {
      coordinator.execute(() -> {
        try {
          ended.complete(run(wanted, shown, each, cancellation));
        } catch (InterruptedException closed) {
          Thread.currentThread().interrupt();
          ended.completeExceptionally(new CancellationException("the session is over"));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError failure) {
          ended.completeExceptionally(failure);
        }
      });
    } catch (RejectedExecutionException closed) {
      ended.completeExceptionally(new CancellationException("the session is over"));
    }
    return ended;
  }

  private int run(Predicate<Path> wanted, Shown shown, Consumer<FileReport> each, Cancellation cancellation)
    throws InterruptedException {
    waitFor(settingsKnown, cancellation);
    waitFor(indexer.settled(), cancellation);
    List<Place> places = places(wanted);
    try (WorkDoneProgress progress = shown.begin(places.size())) {
      readers.forEach(places, place -> {
        if (cancellation.isCancelled()) {
          return;
        }
        FileReport report = files.review(place.folder(), place.file(), cancellation);
        if (report != null) {
          each.accept(report);
        }
        progress.advance();
      });
    }
    if (cancellation.isCancelled()) {
      throw new CancellationException("the scan was cancelled");
    }
    return places.size();
  }

  private static void waitFor(CompletableFuture<Void> other, Cancellation cancellation) throws InterruptedException {
    while (!other.isDone()) {
      if (cancellation.isCancelled()) {
        throw new CancellationException("the scan was cancelled");
      }
      try {
        other.get(PATIENCE_MILLISECONDS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException notYet) {
        // Looks whether it is cancelled.
      } catch (ExecutionException failed) {
        return;
      }
    }
  }

  /** The files to review; one that lies in nested folders is reviewed as the innermost's. */
  private List<Place> places(Predicate<Path> wanted) {
    Set<Path> open = documents
      .all()
      .stream()
      .map(OpenDocument::snapshot)
      .flatMap(document -> DocumentUri.fileOf(document.uri()).stream())
      .collect(Collectors.toSet());
    Map<Path, Place> places = new LinkedHashMap<>();
    for (Folder folder : workspace.folders().all()) {
      for (IndexedFile file : indexer.filesOf(folder)) {
        if (wanted.test(file.file()) && !open.contains(file.file())) {
          places.putIfAbsent(file.file(), new Place(folder, file));
        }
      }
    }
    return List.copyOf(places.values());
  }

  @Override
  public void close() {
    coordinator.shutdownNow();
    readers.close();
  }
}
