package dev.perfreview.server.lsp;

import com.google.gson.JsonElement;
import dev.perfreview.server.lsp.handlers.CancelProgress;
import dev.perfreview.server.lsp.handlers.DidChange;
import dev.perfreview.server.lsp.handlers.DidChangeConfiguration;
import dev.perfreview.server.lsp.handlers.DidChangeNotebook;
import dev.perfreview.server.lsp.handlers.DidChangeWatchedFiles;
import dev.perfreview.server.lsp.handlers.DidChangeWorkspaceFolders;
import dev.perfreview.server.lsp.handlers.DidClose;
import dev.perfreview.server.lsp.handlers.DidCloseNotebook;
import dev.perfreview.server.lsp.handlers.DidCreateFiles;
import dev.perfreview.server.lsp.handlers.DidDeleteFiles;
import dev.perfreview.server.lsp.handlers.DidOpen;
import dev.perfreview.server.lsp.handlers.DidOpenNotebook;
import dev.perfreview.server.lsp.handlers.DidRenameFiles;
import dev.perfreview.server.lsp.handlers.DidSave;
import dev.perfreview.server.lsp.handlers.ExecuteCommand;
import dev.perfreview.server.lsp.handlers.Initialized;
import dev.perfreview.server.lsp.handlers.ListCodeActions;
import dev.perfreview.server.lsp.handlers.ListCodeLenses;
import dev.perfreview.server.lsp.handlers.NotificationHandler;
import dev.perfreview.server.lsp.handlers.PullDocumentDiagnostics;
import dev.perfreview.server.lsp.handlers.PullWorkspaceDiagnostics;
import dev.perfreview.server.lsp.handlers.RequestHandler;
import dev.perfreview.server.lsp.handlers.ResolveCodeAction;
import dev.perfreview.server.lsp.handlers.ResolveCodeLens;
import dev.perfreview.server.lsp.handlers.ShowHover;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.CreateFilesParams;
import org.eclipse.lsp4j.DeleteFilesParams;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeNotebookDocumentParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.DidCloseNotebookDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenNotebookDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentDiagnosticParams;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.RenameFilesParams;
import org.eclipse.lsp4j.WorkDoneProgressCancelParams;
import org.eclipse.lsp4j.WorkspaceDiagnosticParams;
import org.eclipse.lsp4j.jsonrpc.Endpoint;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.json.JsonRpcMethod;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which handler takes which message. LSP4J can gather this from the annotations of its service interfaces; but for each annotation that is read the VM
 * spins classes, which took 100 ms of the start.
 */
final class Routes implements Endpoint {

  private static final Logger LOG = LoggerFactory.getLogger(Routes.class);

  /** What a message of the protocol starts with that may be ignored by who does not know it. */
  private static final String OPTIONAL = "$/";

  private final Dispatcher dispatcher;
  private final Map<String, JsonRpcMethod> methods = new HashMap<>();
  private final Map<String, Function<@Nullable Object, CompletableFuture<?>>> targets = new HashMap<>();

  /** The routes of one connection. */
  Routes(PerfReviewServer server, Dispatcher dispatcher) {
    this.dispatcher = dispatcher;
    life(server);
    textDocuments();
    notebooks();
    workspace();
  }

  private void life(PerfReviewServer server) {
    methods.put("initialize", JsonRpcMethod.request("initialize", Object.class, JsonElement.class));
    targets.put("initialize", parameters -> server.initialize((JsonElement) parameters));
    methods.put("shutdown", JsonRpcMethod.request("shutdown", Object.class));
    targets.put("shutdown", _ -> server.shutdown());
    methods.put("exit", JsonRpcMethod.notification("exit"));
    targets.put("exit", _ -> {
      server.exit();
      return CompletableFuture.completedFuture(null);
    });
    notification("initialized", InitializedParams.class, Initialized::new);
    notification("window/workDoneProgress/cancel", WorkDoneProgressCancelParams.class, CancelProgress::new);
    // The client's own trace of the protocol.
    ignored("$/setTrace");
  }

  private void textDocuments() {
    notification("textDocument/didOpen", DidOpenTextDocumentParams.class, DidOpen::new);
    notification("textDocument/didChange", DidChangeTextDocumentParams.class, DidChange::new);
    notification("textDocument/didClose", DidCloseTextDocumentParams.class, DidClose::new);
    notification("textDocument/didSave", DidSaveTextDocumentParams.class, DidSave::new);
    ignored("textDocument/willSave");
    request("textDocument/codeAction", CodeActionParams.class, ListCodeActions::new);
    request("codeAction/resolve", CodeAction.class, ResolveCodeAction::new);
    request("textDocument/diagnostic", DocumentDiagnosticParams.class, PullDocumentDiagnostics::new);
    request("textDocument/codeLens", CodeLensParams.class, ListCodeLenses::new);
    request("codeLens/resolve", CodeLens.class, ResolveCodeLens::new);
    request("textDocument/hover", HoverParams.class, ShowHover::new);
  }

  private void notebooks() {
    notification("notebookDocument/didOpen", DidOpenNotebookDocumentParams.class, DidOpenNotebook::new);
    notification("notebookDocument/didChange", DidChangeNotebookDocumentParams.class, DidChangeNotebook::new);
    notification("notebookDocument/didClose", DidCloseNotebookDocumentParams.class, DidCloseNotebook::new);
    // Nothing depends on what is on the disk: the open cells count.
    ignored("notebookDocument/didSave");
  }

  private void workspace() {
    notification("workspace/didChangeConfiguration", DidChangeConfigurationParams.class, DidChangeConfiguration::new);
    notification("workspace/didChangeWatchedFiles", DidChangeWatchedFilesParams.class, DidChangeWatchedFiles::new);
    notification(
      "workspace/didChangeWorkspaceFolders",
      DidChangeWorkspaceFoldersParams.class,
      DidChangeWorkspaceFolders::new
    );
    notification("workspace/didCreateFiles", CreateFilesParams.class, DidCreateFiles::new);
    notification("workspace/didRenameFiles", RenameFilesParams.class, DidRenameFiles::new);
    notification("workspace/didDeleteFiles", DeleteFilesParams.class, DidDeleteFiles::new);
    request("workspace/diagnostic", WorkspaceDiagnosticParams.class, PullWorkspaceDiagnostics::new);
    request("workspace/executeCommand", ExecuteCommandParams.class, ExecuteCommand::new);
  }

  private <P> void notification(String method, Class<P> type, Supplier<NotificationHandler<P>> handler) {
    methods.put(method, JsonRpcMethod.notification(method, type));
    targets.put(method, parameters -> {
      dispatcher.notify(method, handler.get(), parametersOf(type, parameters));
      return CompletableFuture.completedFuture(null);
    });
  }

  private <P, R extends @Nullable Object> void request(
    String method,
    Class<P> type,
    Supplier<RequestHandler<P, R>> handler
  ) {
    methods.put(method, JsonRpcMethod.request(method, Object.class, type));
    targets.put(method, parameters -> dispatcher.answer(method, handler.get(), parametersOf(type, parameters)));
  }

  /** The parameters as what they are read as; a message without any fails in its handler, and the dispatcher tells why. */
  @SuppressWarnings("NullAway") // see above: who sends the message decides
  private static <P> P parametersOf(Class<P> type, @Nullable Object parameters) {
    return type.cast(parameters);
  }

  private void ignored(String notification) {
    targets.put(notification, _ -> CompletableFuture.completedFuture(null));
  }

  /** What the messages' parameters are to be read as. */
  Map<String, JsonRpcMethod> methods() {
    return methods;
  }

  @Override
  public CompletableFuture<?> request(String method, @Nullable Object parameters) {
    Function<@Nullable Object, CompletableFuture<?>> target = targets.get(method);
    if (target != null) {
      return target.apply(parameters);
    }
    return CompletableFuture.failedFuture(
      new ResponseErrorException(
        new ResponseError(ResponseErrorCode.MethodNotFound, "perf-review does not answer " + method, null)
      )
    );
  }

  @Override
  public void notify(String method, @Nullable Object parameters) {
    Function<@Nullable Object, CompletableFuture<?>> target = targets.get(method);
    if (target != null) {
      var _ = target.apply(parameters);
    } else if (!method.startsWith(OPTIONAL)) {
      LOG.warn("a message was not understood: perf-review does not know {}", method);
    }
  }
}
