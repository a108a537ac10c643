package dev.perfreview.server.lsp;

import dev.perfreview.server.lsp.handlers.DidChangeConfiguration;
import dev.perfreview.server.lsp.handlers.DidChangeWatchedFiles;
import dev.perfreview.server.lsp.handlers.DidChangeWorkspaceFolders;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.services.WorkspaceService;

/** Routes {@code workspace/*}. */
final class WorkspaceRoutes implements WorkspaceService {

  private final Dispatcher dispatcher;

  WorkspaceRoutes(Dispatcher dispatcher) {
    this.dispatcher = dispatcher;
  }

  @Override
  public void didChangeConfiguration(DidChangeConfigurationParams parameters) {
    dispatcher.notify("workspace/didChangeConfiguration", new DidChangeConfiguration(), parameters);
  }

  @Override
  public void didChangeWatchedFiles(DidChangeWatchedFilesParams parameters) {
    dispatcher.notify("workspace/didChangeWatchedFiles", new DidChangeWatchedFiles(), parameters);
  }

  @Override
  public void didChangeWorkspaceFolders(DidChangeWorkspaceFoldersParams parameters) {
    dispatcher.notify("workspace/didChangeWorkspaceFolders", new DidChangeWorkspaceFolders(), parameters);
  }
}
