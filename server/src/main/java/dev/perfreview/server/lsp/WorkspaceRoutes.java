package dev.perfreview.server.lsp;

import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.services.WorkspaceService;

/** Routes {@code workspace/*}. */
final class WorkspaceRoutes implements WorkspaceService {

  private final Dispatcher dispatcher;

  WorkspaceRoutes(Dispatcher dispatcher) {
    this.dispatcher = dispatcher;
  }

  @Override
  public void didChangeConfiguration(DidChangeConfigurationParams parameters) {
    dispatcher.notify("workspace/didChangeConfiguration", (session, changed) -> {}, parameters);
  }

  @Override
  public void didChangeWatchedFiles(DidChangeWatchedFilesParams parameters) {
    dispatcher.notify("workspace/didChangeWatchedFiles", (session, changed) -> {}, parameters);
  }
}
