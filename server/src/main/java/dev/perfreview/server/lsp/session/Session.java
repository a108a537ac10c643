package dev.perfreview.server.lsp.session;

import dev.perfreview.analysis.Surroundings;
import dev.perfreview.heat.HotPaths;
import dev.perfreview.server.lsp.actions.CodeActions;
import dev.perfreview.server.lsp.client.ClientFeatures;
import dev.perfreview.server.lsp.client.ClientLog;
import dev.perfreview.server.lsp.concurrency.Outbox;
import dev.perfreview.server.lsp.diagnostics.DiagnosticMapper;
import dev.perfreview.server.lsp.diagnostics.DiagnosticPublisher;
import dev.perfreview.server.lsp.diagnostics.RuleLinks;
import dev.perfreview.server.lsp.document.Documents;
import dev.perfreview.server.lsp.document.OpenDocument;
import dev.perfreview.server.lsp.document.Positions;
import dev.perfreview.server.lsp.indexing.Indexer;
import dev.perfreview.server.lsp.workspace.Folders;
import dev.perfreview.server.lsp.workspace.Workspace;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.services.LanguageClient;

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
  private final CodeActions actions;
  private final DiagnosticPublisher publisher;
  private final Documents documents;
  private final Indexer indexer;
  private final SettingsRefresh settings;

  /**
   * Starts a session.
   *
   * @param client the way to the client
   * @param initialize what it said of itself
   * @param analyzer how documents are analysed
   */
  public Session(LanguageClient client, InitializeParams initialize, FileAnalyzer analyzer) {
    this.client = client;
    features = ClientFeatures.of(initialize.getCapabilities());
    log = new ClientLog(client, outbox);
    workers = Executors.newFixedThreadPool(
      Math.clamp(Runtime.getRuntime().availableProcessors(), 2, 8),
      Thread.ofPlatform().name("perf-review-worker-", 1).daemon().factory()
    );
    workspace = new Workspace(Folders.of(initialize));
    positions = new Positions(features.positionEncoding());
    DiagnosticMapper mapper = new DiagnosticMapper(features, RuleLinks.ofThisProcess(), positions);
    actions = new CodeActions(features, mapper, positions);
    publisher = new DiagnosticPublisher(client, outbox, mapper);
    documents = new Documents(new DocumentReviewer(analyzer, workspace, this::surroundingsOf, publisher), workers);
    indexer = new Indexer(client, features, outbox, workspace, documents);
    settings = new SettingsRefresh(client, features, outbox, workspace, log, workers, this::reviewAgain);
    settings.announced(initialize.getInitializationOptions());
  }

  private void reviewAgain() {
    documents.all().forEach(OpenDocument::reanalyze);
    indexer.refresh();
  }

  private Surroundings surroundingsOf(String uri, HotPaths hotPaths) {
    return indexer.surroundingsOf(uri, hotPaths);
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
    log.close();
    outbox.close();
  }
}
