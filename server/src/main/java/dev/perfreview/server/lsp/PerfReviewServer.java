package dev.perfreview.server.lsp;

import dev.perfreview.server.lsp.handlers.CancelProgress;
import dev.perfreview.server.lsp.handlers.Initialized;
import dev.perfreview.server.lsp.handlers.ServerDescription;
import dev.perfreview.server.lsp.session.FileAnalyzer;
import dev.perfreview.server.lsp.session.Session;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.SetTraceParams;
import org.eclipse.lsp4j.WorkDoneProgressCancelParams;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageClientAware;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.NotebookDocumentService;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;
import org.jspecify.annotations.Nullable;

/** The life of a session from {@code initialize} to {@code exit}; all else is routed to the handlers. */
final class PerfReviewServer implements LanguageServer, LanguageClientAware {

  private final FileAnalyzer analyzer;
  private final Dispatcher dispatcher = new Dispatcher();
  private final TextDocumentService textDocumentRoutes = new TextDocumentRoutes(dispatcher);
  private final NotebookDocumentService notebookRoutes = new NotebookRoutes(dispatcher);
  private final WorkspaceService workspaceRoutes = new WorkspaceRoutes(dispatcher);
  private final CompletableFuture<Integer> exitStatus = new CompletableFuture<>();
  private @Nullable LanguageClient client;

  PerfReviewServer(FileAnalyzer analyzer) {
    this.analyzer = analyzer;
  }

  /** Completed with the status that the process should end with: 0 when the client announced the end, else 1. */
  CompletableFuture<Integer> exitStatus() {
    return exitStatus;
  }

  @Override
  public void connect(LanguageClient connected) {
    client = connected;
  }

  @Override
  public CompletableFuture<InitializeResult> initialize(InitializeParams parameters) {
    LanguageClient connected = client;
    if (connected == null) {
      throw new IllegalStateException("no client is connected");
    }
    Session session = dispatcher.start(() -> new Session(connected, parameters, analyzer));
    ParentProcess.watch(parameters.getProcessId(), this::exit);
    return CompletableFuture.completedFuture(ServerDescription.to(session.features()));
  }

  @Override
  public void initialized(InitializedParams parameters) {
    dispatcher.notify("initialized", new Initialized(), parameters);
  }

  @Override
  public CompletableFuture<Object> shutdown() {
    dispatcher.shutDown();
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void exit() {
    exitStatus.complete(dispatcher.isShutDown() ? 0 : 1);
  }

  /** Frees what a session that was not shut down still holds. */
  void close() {
    dispatcher.close();
  }

  @Override
  public void cancelProgress(WorkDoneProgressCancelParams parameters) {
    dispatcher.notify("window/workDoneProgress/cancel", new CancelProgress(), parameters);
  }

  @Override
  public void setTrace(SetTraceParams parameters) {
    // The client's own trace of the protocol; LSP4J's default implementation throws.
  }

  @Override
  public TextDocumentService getTextDocumentService() {
    return textDocumentRoutes;
  }

  @Override
  public NotebookDocumentService getNotebookDocumentService() {
    return notebookRoutes;
  }

  @Override
  public WorkspaceService getWorkspaceService() {
    return workspaceRoutes;
  }
}
