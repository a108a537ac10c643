package dev.perfreview.server.lsp;

import dev.perfreview.server.lsp.handlers.DidChangeConfiguration;
import dev.perfreview.server.lsp.handlers.DidChangeWatchedFiles;
import dev.perfreview.server.lsp.handlers.DidChangeWorkspaceFolders;
import dev.perfreview.server.lsp.handlers.DidCreateFiles;
import dev.perfreview.server.lsp.handlers.DidDeleteFiles;
import dev.perfreview.server.lsp.handlers.DidRenameFiles;
import dev.perfreview.server.lsp.handlers.ExecuteCommand;
import dev.perfreview.server.lsp.handlers.PullWorkspaceDiagnostics;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.CreateFilesParams;
import org.eclipse.lsp4j.DeleteFilesParams;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.RenameFilesParams;
import org.eclipse.lsp4j.WorkspaceDiagnosticParams;
import org.eclipse.lsp4j.WorkspaceDiagnosticReport;
import org.eclipse.lsp4j.services.WorkspaceService;
import org.jspecify.annotations.Nullable;

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

  @Override
  public CompletableFuture<WorkspaceDiagnosticReport> diagnostic(WorkspaceDiagnosticParams parameters) {
    return dispatcher.answer("workspace/diagnostic", new PullWorkspaceDiagnostics(), parameters);
  }

  // Most commands answer null, which the types of LSP4J do not say.
  @SuppressWarnings("NullAway")
  @Override
  public CompletableFuture<@Nullable Object> executeCommand(ExecuteCommandParams parameters) {
    return dispatcher.answer("workspace/executeCommand", new ExecuteCommand(), parameters);
  }

  @Override
  public void didCreateFiles(CreateFilesParams parameters) {
    dispatcher.notify("workspace/didCreateFiles", new DidCreateFiles(), parameters);
  }

  @Override
  public void didRenameFiles(RenameFilesParams parameters) {
    dispatcher.notify("workspace/didRenameFiles", new DidRenameFiles(), parameters);
  }

  @Override
  public void didDeleteFiles(DeleteFilesParams parameters) {
    dispatcher.notify("workspace/didDeleteFiles", new DidDeleteFiles(), parameters);
  }
}
