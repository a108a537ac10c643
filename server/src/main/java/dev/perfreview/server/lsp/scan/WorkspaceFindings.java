package dev.perfreview.server.lsp.scan;

import dev.perfreview.analysis.Cancellation;
import dev.perfreview.server.lsp.client.ClientFeatures;
import dev.perfreview.server.lsp.client.ProgressReports;
import dev.perfreview.server.lsp.client.RefreshRequests;
import dev.perfreview.server.lsp.concurrency.Outbox;
import dev.perfreview.server.lsp.diagnostics.DiagnosticMapper;
import dev.perfreview.server.lsp.diagnostics.ResultIds;
import dev.perfreview.server.lsp.document.DocumentAnalysis;
import dev.perfreview.server.lsp.document.DocumentReview;
import dev.perfreview.server.lsp.document.Documents;
import dev.perfreview.server.lsp.indexing.Indexer;
import dev.perfreview.server.lsp.workspace.DocumentUri;
import dev.perfreview.server.lsp.workspace.Workspace;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.eclipse.lsp4j.WorkspaceDiagnosticParams;
import org.eclipse.lsp4j.WorkspaceDiagnosticReport;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.LanguageClient;
import org.jspecify.annotations.Nullable;

/**
 * What is found in the files of the open folders that are not open themselves. Nothing is looked for before somebody asks: the user with a command,
 * and what is found is pushed; or the client by pulling, and nothing is pushed. From then on it follows files, folders and settings.
 */
public final class WorkspaceFindings implements AutoCloseable {

  private static final int PAUSE_MILLISECONDS = 300;
  private static final String TITLE = "perf-review: reviewing the workspace";

  private final LanguageClient client;
  private final Outbox outbox;
  private final boolean documentsPulled;
  private final RefreshRequests refreshes;
  private final ProgressReports progress;
  private final DiagnosticMapper mapper;
  private final ResultIds resultIds;
  private final Documents documents;
  private final CompletableFuture<Void> settingsKnown;
  private final WorkspaceScan scan;
  private final PublishedFiles published;
  /** Guarded by itself: what came in the last moment. */
  private final Set<String> changed = new HashSet<>();
  private final Executor later = CompletableFuture.delayedExecutor(PAUSE_MILLISECONDS, TimeUnit.MILLISECONDS);
  private volatile boolean pushed;
  private volatile boolean pulled;
  private volatile boolean closed;

  /**
   * The parts of a session that this works with.
   *
   * @param client the way to the client
   * @param features what it can do
   * @param outbox where messages to it are queued
   * @param refreshes tell it to pull again
   * @param progress shows it how far a scan has come
   * @param mapper writes findings as diagnostics
   * @param resultIds names what it pulled
   * @param workspace its folders and settings
   * @param documents its open documents
   * @param review analyses a text
   * @param indexer knows the files
   * @param settingsKnown ends when the settings of the folders are known for the first time
   */
  public record Parts(
    LanguageClient client,
    ClientFeatures features,
    Outbox outbox,
    RefreshRequests refreshes,
    ProgressReports progress,
    DiagnosticMapper mapper,
    ResultIds resultIds,
    Workspace workspace,
    Documents documents,
    DocumentReview review,
    Indexer indexer,
    CompletableFuture<Void> settingsKnown
  ) {}

  /** For one session; nothing is looked for yet. */
  public WorkspaceFindings(Parts parts) {
    client = parts.client();
    outbox = parts.outbox();
    documentsPulled = parts.features().pullsDiagnostics();
    refreshes = parts.refreshes();
    progress = parts.progress();
    mapper = parts.mapper();
    resultIds = parts.resultIds();
    documents = parts.documents();
    settingsKnown = parts.settingsKnown();
    published = new PublishedFiles(client, outbox, documents);
    scan = new WorkspaceScan(
      parts.workspace(),
      documents,
      parts.indexer(),
      settingsKnown,
      new ClosedFiles(parts.review(), mapper, resultIds, parts.workspace(), parts.indexer())
    );
  }

  /**
   * Reviews files, and shows the client what is found in them.
   *
   * @param within the folders to look in; all open ones where there is none
   * @param token what the client calls the work, if it does
   * @return ends with what was found; cancelling it, or the progress that is shown, ends the scan, and what was found until then stays
   */
  public CompletableFuture<ScanSummary> scan(List<Path> within, @Nullable Either<String, Integer> token) {
    CompletableFuture<ScanSummary> answer = new CompletableFuture<>();
    ScanSummary summary = new ScanSummary();
    Set<String> seen = ConcurrentHashMap.newKeySet();
    Predicate<Path> wanted = file -> within.isEmpty() || within.stream().anyMatch(file::startsWith);
    Runnable cancel = () -> answer.cancel(false);
    pushed = true;
    var _ = scan
      .start(
        wanted,
        files -> token == null ? progress.begin(TITLE, files, cancel) : progress.begin(TITLE, files, token, cancel),
        report -> {
          summary.add(report);
          seen.add(DocumentUri.keyOf(report.uri()));
          show(report);
        },
        answer::isDone
      )
      .whenComplete((_, failure) -> {
        if (failure == null) {
          published.retain(seen, key -> wanted.test(Path.of(key)));
          outbox.send(() -> answer.complete(summary));
        } else {
          answer.completeExceptionally(failure);
        }
      });
    return answer;
  }

  private void show(FileReport report) {
    if (!pulled) {
      published.show(report);
    }
  }

  /** Answers {@code workspace/diagnostic}: what is found in all files, open or not. From now on such findings are not pushed. */
  public CompletableFuture<WorkspaceDiagnosticReport> pull(WorkspaceDiagnosticParams parameters) {
    CompletableFuture<WorkspaceDiagnosticReport> answer = new CompletableFuture<>();
    WorkspacePull pull = new WorkspacePull(client, outbox, parameters);
    pulled = true;
    published.retain(Set.of(), key -> true);
    var _ = scan
      .start(
        file -> true,
        files -> progress.begin(TITLE, files, parameters.getWorkDoneToken(), () -> answer.cancel(false)),
        pull::add,
        answer::isDone
      )
      .thenCompose(_ -> addOpen(pull, answer::isDone))
      .whenComplete((_, failure) -> {
        if (failure == null) {
          pull.end(answer);
        } else {
          answer.completeExceptionally(failure);
        }
      });
    return answer;
  }

  private CompletableFuture<Void> addOpen(WorkspacePull pull, Cancellation cancellation) {
    return CompletableFuture.allOf(
      documents
        .all()
        .stream()
        .map(document ->
          document.analysis().handle((analysis, failure) -> {
            if (failure == null && !cancellation.isCancelled()) {
              add(pull, analysis);
            } else {
              // It changes right now: the client pulls the document itself.
              pull.keep(document.snapshot().uri());
            }
            return document;
          })
        )
        .toArray(CompletableFuture<?>[]::new)
    );
  }

  private void add(WorkspacePull pull, DocumentAnalysis analysis) {
    pull.add(
      analysis.document().uri(),
      analysis.document().version(),
      resultIds.of(analysis),
      mapper.diagnosticsOf(analysis)
    );
  }

  /** Hears that a document was opened. */
  public void opened(String uri) {
    published.opened(uri, !documentsPulled);
  }

  /** Hears that documents were closed, or files or folders came, changed or went. */
  public void changedOnDisk(Collection<String> uris) {
    synchronized (changed) {
      if (changed.isEmpty()) {
        later.execute(this::follow);
      }
      uris.forEach(uri -> changed.add(DocumentUri.keyOf(uri)));
    }
  }

  private void follow() {
    Set<String> now;
    synchronized (changed) {
      now = Set.copyOf(changed);
      changed.clear();
    }
    follow(key -> now.stream().anyMatch(place -> key.equals(place) || key.startsWith(place + "/")));
  }

  /** Hears that settings changed, or folders came or went. */
  public void everythingChanged() {
    // Before the settings are known for the first time, whoever asked still waits for them.
    if (settingsKnown.isDone()) {
      follow(key -> true);
    }
  }

  private void follow(Predicate<String> among) {
    if (closed) {
      return;
    }
    if (pulled) {
      refreshes.diagnostics();
    } else if (pushed) {
      Set<String> seen = ConcurrentHashMap.newKeySet();
      var _ = scan
        .start(
          file -> among.test(file.toString()),
          files -> progress.begin(TITLE, files, null, null),
          report -> {
            seen.add(DocumentUri.keyOf(report.uri()));
            show(report);
          },
          () -> closed
        )
        .thenRun(() -> published.retain(seen, among));
    }
  }

  @Override
  public void close() {
    closed = true;
    scan.close();
  }
}
