package dev.perfreview.server.lsp.session;

import dev.perfreview.analysis.Surroundings;
import dev.perfreview.heat.HotPaths;
import dev.perfreview.server.lsp.actions.CodeActions;
import dev.perfreview.server.lsp.changes.BaseComparison;
import dev.perfreview.server.lsp.changes.BaseWatch;
import dev.perfreview.server.lsp.changes.ChangeReviews;
import dev.perfreview.server.lsp.client.ClientFeatures;
import dev.perfreview.server.lsp.client.ClientLog;
import dev.perfreview.server.lsp.client.ProgressReports;
import dev.perfreview.server.lsp.client.RefreshRequests;
import dev.perfreview.server.lsp.concurrency.Outbox;
import dev.perfreview.server.lsp.concurrency.WorkerThreads;
import dev.perfreview.server.lsp.diagnostics.DiagnosticMapper;
import dev.perfreview.server.lsp.diagnostics.DiagnosticPublisher;
import dev.perfreview.server.lsp.diagnostics.ResultIds;
import dev.perfreview.server.lsp.diagnostics.RuleLinks;
import dev.perfreview.server.lsp.document.DocumentReview;
import dev.perfreview.server.lsp.document.Documents;
import dev.perfreview.server.lsp.document.OpenDocument;
import dev.perfreview.server.lsp.document.Positions;
import dev.perfreview.server.lsp.indexing.Indexer;
import dev.perfreview.server.lsp.lenses.HotFunctionLenses;
import dev.perfreview.server.lsp.scan.WorkspaceFindings;
import dev.perfreview.server.lsp.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.services.LanguageClient;
import org.jspecify.annotations.Nullable;

/** All that the handlers of one client share, from its {@code initialize} to the end. */
public final class Session implements AutoCloseable {

  /** How long the end waits for work that has been cancelled. */
  private static final int GRACE_SECONDS = 2;

  private final LanguageClient client;
  private final ClientFeatures features;
  private final Outbox outbox = new Outbox();
  private final ClientLog log;
  private final ExecutorService workers;
  private final Workspace workspace;
  private final Positions positions;
  private final RefreshRequests refreshes;
  private final ProgressReports progress;
  private final DiagnosticMapper diagnostics;
  private final ResultIds resultIds = new ResultIds();
  private final CodeActions actions;
  private final DiagnosticPublisher publisher;
  private final Documents documents;
  private final Indexer indexer;
  private final SettingsRefresh settings;
  private final DocumentReview review;
  /** Nothing until somebody asks for it. */
  private volatile @Nullable ChangeReviews changeReviews;
  private final BaseComparison changedLines = new BaseComparison();
  private final BaseWatch bases;
  /** Nothing until somebody asks for it. */
  private volatile @Nullable WorkspaceFindings workspaceFindings;

  /**
   * Starts a session.
   *
   * @param client the way to the client
   * @param greeting what it said of itself
   * @param analyzer how documents are analysed
   */
  public Session(LanguageClient client, Greeting greeting, FileAnalyzer analyzer) {
    this.client = client;
    features = greeting.features();
    log = new ClientLog(client, outbox);
    workers = Executors.newFixedThreadPool(
      Math.clamp(Runtime.getRuntime().availableProcessors(), 2, 8),
      new WorkerThreads()
    );
    workspace = new Workspace(greeting.folders());
    positions = new Positions(features.positionEncoding());
    refreshes = new RefreshRequests(client, features, outbox);
    diagnostics = new DiagnosticMapper(features, RuleLinks.ofThisProcess(), positions);
    actions = new CodeActions(features, diagnostics, positions);
    publisher = new DiagnosticPublisher(client, outbox, diagnostics, features.pullsDiagnostics(), refreshes);
    review = new DocumentReviewer(analyzer, workspace, changedLines, this::surroundingsOf, publisher);
    documents = new Documents(review, workers);
    progress = new ProgressReports(client, features, outbox);
    indexer = new Indexer(progress, refreshes, workspace, documents);
    settings = new SettingsRefresh(client, features, outbox, workspace, log, workers, this::settingsChanged);
    bases = new BaseWatch(changedLines, workers, this::baseMoved);
    settings.announced(greeting.options());
  }

  private void settingsChanged() {
    if (workspace.comparesChanges()) {
      bases.start();
    } else {
      changedLines.forget();
    }
    reviewAgain();
  }

  private void baseMoved() {
    workspace.comparedAnew();
    reviewAgain();
  }

  private void reviewAgain() {
    documents.all().forEach(OpenDocument::reanalyze);
    indexer.refresh();
    refreshes.codeLenses();
    workspaceFindingsIfAsked().ifPresent(WorkspaceFindings::everythingChanged);
  }

  private Surroundings surroundingsOf(String uri, HotPaths hotPaths) {
    return indexer.surroundingsOf(uri, hotPaths);
  }

  /** Hears of files and folders that came, changed or went, or whose documents were closed: from then on what is on the disk counts. */
  public void changedOnDisk(List<String> uris) {
    if (uris.stream().anyMatch(workspace::isConfiguration)) {
      settings.filesOnly();
    }
    if (uris.stream().anyMatch(BaseWatch::isOfRepository)) {
      bases.look();
    }
    List<String> others = uris
      .stream()
      .filter(uri -> !BaseWatch.isOfRepository(uri) && !workspace.isConfiguration(uri) && !uri.endsWith(".toml"))
      .toList();
    if (!others.isEmpty()) {
      indexer.changedOnDisk(others);
      workspaceFindingsIfAsked().ifPresent(closed -> closed.changedOnDisk(others));
    }
  }

  /** The way to the client. */
  public LanguageClient client() {
    return client;
  }

  /** What the client can do. */
  public ClientFeatures features() {
    return features;
  }

  /** How the client counts columns. */
  public Positions positions() {
    return positions;
  }

  /** Where messages to the client are queued. */
  public Outbox outbox() {
    return outbox;
  }

  /** The open documents. */
  public Documents documents() {
    return documents;
  }

  /** The folders and the settings in force. */
  public Workspace workspace() {
    return workspace;
  }

  /** What is found in files that are not open; made when it is first asked for. */
  public synchronized WorkspaceFindings workspaceFindings() {
    WorkspaceFindings known = workspaceFindings;
    if (known == null) {
      known = new WorkspaceFindings(
        new WorkspaceFindings.Parts(
          client,
          features,
          outbox,
          refreshes,
          progress,
          diagnostics,
          resultIds,
          workspace,
          documents,
          review,
          indexer,
          settings.known()
        )
      );
      workspaceFindings = known;
    }
    return known;
  }

  /** {@link #workspaceFindings()} if anybody asked for them. */
  public Optional<WorkspaceFindings> workspaceFindingsIfAsked() {
    return Optional.ofNullable(workspaceFindings);
  }

  /** Notices that what documents are compared with has moved. */
  public BaseWatch bases() {
    return bases;
  }

  /** Reviews changes; made when it is first asked for. */
  public synchronized ChangeReviews changeReviews() {
    ChangeReviews known = changeReviews;
    if (known == null) {
      known = new ChangeReviews(workspace, progress, settings.known());
      changeReviews = known;
    }
    return known;
  }

  /** Shows how far long work has come. */
  public ProgressReports progress() {
    return progress;
  }

  /** Keeps the index of each folder. */
  public Indexer indexer() {
    return indexer;
  }

  /** Brings other settings into force. */
  public SettingsRefresh settings() {
    return settings;
  }

  /** Lists and completes code actions. */
  public CodeActions actions() {
    return actions;
  }

  /** Writes findings as diagnostics. */
  public DiagnosticMapper diagnostics() {
    return diagnostics;
  }

  /** Names what the client pulled. */
  public ResultIds resultIds() {
    return resultIds;
  }

  /** Writes what stands above hot functions. */
  public HotFunctionLenses lenses() {
    return new HotFunctionLenses(features, positions, this::surroundingsOf);
  }

  /** Where diagnostics go. */
  public DiagnosticPublisher publisher() {
    return publisher;
  }

  /** The bounded pool for everything that may take longer than a moment. */
  public Executor workers() {
    return workers;
  }

  /** Gives up what is under way, frees the documents' native memory and lets go of the client. */
  @Override
  public void close() {
    workspaceFindingsIfAsked().ifPresent(WorkspaceFindings::close);
    Optional.ofNullable(changeReviews).ifPresent(ChangeReviews::close);
    bases.close();
    indexer.close();
    documents.closeAll();
    workers.shutdown();
    try {
      if (!workers.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS)) {
        workers.shutdownNow();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    changedLines.close();
    log.close();
    outbox.close();
  }
}
