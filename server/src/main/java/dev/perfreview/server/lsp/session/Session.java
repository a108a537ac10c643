package dev.perfreview.server.lsp.session;

import dev.perfreview.server.lsp.client.ClientFeatures;
import dev.perfreview.server.lsp.client.Outbox;
import dev.perfreview.server.lsp.diagnostics.DiagnosticMapper;
import dev.perfreview.server.lsp.diagnostics.DiagnosticPublisher;
import dev.perfreview.server.lsp.diagnostics.RuleLinks;
import dev.perfreview.server.lsp.document.Documents;
import dev.perfreview.server.lsp.workspace.Folders;
import dev.perfreview.server.lsp.workspace.Workspace;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.services.LanguageClient;

/** All that the handlers of one client share, from its {@code initialize} to the end. */
public final class Session implements AutoCloseable {

  private final LanguageClient client;
  private final ClientFeatures features;
  private final Outbox outbox = new Outbox();
  private final ExecutorService workers;
  private final Workspace workspace;
  private final DiagnosticPublisher publisher;
  private final Documents documents;

  /**
   * Starts a session.
   *
   * @param client the way to the client
   * @param initialize what it said of itself
   * @param analyzer how documents are analysed
   */
  public Session(LanguageClient client, InitializeParams initialize, FileAnalyzer analyzer) {
    this.client = client;
    this.features = ClientFeatures.of(initialize.getCapabilities());
    this.workers = Executors.newFixedThreadPool(
      Math.clamp(Runtime.getRuntime().availableProcessors(), 2, 8),
      Thread.ofPlatform().name("perf-review-worker-", 1).daemon().factory()
    );
    this.workspace = new Workspace(Folders.of(initialize));
    this.publisher = new DiagnosticPublisher(client, outbox, new DiagnosticMapper(features, RuleLinks.ofThisProcess()));
    this.documents = new Documents(new DocumentReviewer(analyzer, workspace, publisher), workers);
  }

  /** The way to the client. */
  public LanguageClient client() {
    return client;
  }

  /** What the client can do. */
  public ClientFeatures features() {
    return features;
  }

  /** The open documents. */
  public Documents documents() {
    return documents;
  }

  /** The folders and their settings. */
  public Workspace workspace() {
    return workspace;
  }

  /** Where diagnostics go. */
  public DiagnosticPublisher publisher() {
    return publisher;
  }

  /** The bounded pool for everything that may take longer than a moment. */
  public Executor workers() {
    return workers;
  }

  /** Closes the documents and lets the workers end. */
  @Override
  public void close() {
    documents.closeAll();
    workers.shutdown();
    outbox.close();
  }
}
