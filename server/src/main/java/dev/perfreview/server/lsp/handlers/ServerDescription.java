package dev.perfreview.server.lsp.handlers;

import dev.perfreview.server.lsp.actions.CodeActions;
import dev.perfreview.server.lsp.client.ClientFeatures;
import dev.perfreview.server.lsp.commands.CommandNames;
import dev.perfreview.syntax.Language;
import java.util.List;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionOptions;
import org.eclipse.lsp4j.CodeLensOptions;
import org.eclipse.lsp4j.DiagnosticRegistrationOptions;
import org.eclipse.lsp4j.ExecuteCommandOptions;
import org.eclipse.lsp4j.FileOperationFilter;
import org.eclipse.lsp4j.FileOperationOptions;
import org.eclipse.lsp4j.FileOperationPattern;
import org.eclipse.lsp4j.FileOperationPatternKind;
import org.eclipse.lsp4j.FileOperationsServerCapabilities;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.NotebookDocumentSyncRegistrationOptions;
import org.eclipse.lsp4j.NotebookSelector;
import org.eclipse.lsp4j.NotebookSelectorCell;
import org.eclipse.lsp4j.SaveOptions;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.TextDocumentSyncOptions;
import org.eclipse.lsp4j.WorkspaceFoldersOptions;
import org.eclipse.lsp4j.WorkspaceServerCapabilities;

/** What the server says of itself in answer to {@code initialize}. */
public final class ServerDescription {

  private ServerDescription() {}

  /** The server's name, version and capabilities, as far as they are of use to a client with these features. */
  public static InitializeResult to(ClientFeatures client) {
    String version = ServerDescription.class.getPackage().getImplementationVersion();
    return new InitializeResult(
      capabilities(client),
      new ServerInfo("perf-review", version == null ? "development" : version)
    );
  }

  private static ServerCapabilities capabilities(ClientFeatures client) {
    ServerCapabilities capabilities = new ServerCapabilities();
    capabilities.setPositionEncoding(client.positionEncoding().kind());
    TextDocumentSyncOptions sync = new TextDocumentSyncOptions();
    sync.setOpenClose(true);
    sync.setChange(TextDocumentSyncKind.Incremental);
    sync.setSave(new SaveOptions(false));
    capabilities.setTextDocumentSync(sync);
    CodeActionOptions actions = new CodeActionOptions(List.of(CodeActionKind.QuickFix, CodeActions.FIX_ALL_KIND));
    actions.setResolveProvider(true);
    capabilities.setCodeActionProvider(actions);
    capabilities.setHoverProvider(true);
    capabilities.setCodeLensProvider(new CodeLensOptions(true));
    if (client.notebooks()) {
      NotebookSelector python = new NotebookSelector();
      python.setNotebook("*");
      python.setCells(List.of(new NotebookSelectorCell(Language.PYTHON.id())));
      capabilities.setNotebookDocumentSync(new NotebookDocumentSyncRegistrationOptions(List.of(python), true));
    }
    ExecuteCommandOptions commands = new ExecuteCommandOptions(CommandNames.announced());
    commands.setWorkDoneProgress(true);
    capabilities.setExecuteCommandProvider(commands);
    if (client.pullsDiagnostics()) {
      DiagnosticRegistrationOptions diagnostics = new DiagnosticRegistrationOptions(true, true);
      diagnostics.setIdentifier("perf-review");
      diagnostics.setWorkDoneProgress(true);
      capabilities.setDiagnosticProvider(diagnostics);
    }
    WorkspaceFoldersOptions folders = new WorkspaceFoldersOptions();
    folders.setSupported(true);
    folders.setChangeNotifications(true);
    WorkspaceServerCapabilities workspace = new WorkspaceServerCapabilities(folders);
    workspace.setFileOperations(fileOperations());
    capabilities.setWorkspace(workspace);
    return capabilities;
  }

  /** Of what the user does to files in the editor. There is nothing to edit when a file is renamed, so the server does not ask before. */
  private static FileOperationsServerCapabilities fileOperations() {
    FileOperationPattern sources = new FileOperationPattern(Initialized.SOURCE_FILES);
    sources.setMatches(FileOperationPatternKind.File);
    FileOperationPattern folders = new FileOperationPattern("**");
    folders.setMatches(FileOperationPatternKind.Folder);
    FileOperationOptions all = new FileOperationOptions(
      List.of(new FileOperationFilter(sources, "file"), new FileOperationFilter(folders, "file"))
    );
    FileOperationsServerCapabilities operations = new FileOperationsServerCapabilities();
    operations.setDidCreate(all);
    operations.setDidRename(all);
    operations.setDidDelete(all);
    return operations;
  }
}
