package dev.perfreview.server.lsp;

import dev.perfreview.server.lsp.handlers.DidChange;
import dev.perfreview.server.lsp.handlers.DidClose;
import dev.perfreview.server.lsp.handlers.DidOpen;
import dev.perfreview.server.lsp.handlers.DidSave;
import dev.perfreview.server.lsp.handlers.ListCodeActions;
import dev.perfreview.server.lsp.handlers.ListCodeLenses;
import dev.perfreview.server.lsp.handlers.PullDocumentDiagnostics;
import dev.perfreview.server.lsp.handlers.ResolveCodeAction;
import dev.perfreview.server.lsp.handlers.ResolveCodeLens;
import dev.perfreview.server.lsp.handlers.ShowHover;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentDiagnosticParams;
import org.eclipse.lsp4j.DocumentDiagnosticReport;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.jspecify.annotations.Nullable;

/** Routes {@code textDocument/*}. */
final class TextDocumentRoutes implements TextDocumentService {

  private final Dispatcher dispatcher;

  TextDocumentRoutes(Dispatcher dispatcher) {
    this.dispatcher = dispatcher;
  }

  @Override
  public void didOpen(DidOpenTextDocumentParams parameters) {
    dispatcher.notify("textDocument/didOpen", new DidOpen(), parameters);
  }

  @Override
  public void didChange(DidChangeTextDocumentParams parameters) {
    dispatcher.notify("textDocument/didChange", new DidChange(), parameters);
  }

  @Override
  public void didClose(DidCloseTextDocumentParams parameters) {
    dispatcher.notify("textDocument/didClose", new DidClose(), parameters);
  }

  @Override
  public CompletableFuture<List<Either<Command, CodeAction>>> codeAction(CodeActionParams parameters) {
    return dispatcher.answer("textDocument/codeAction", new ListCodeActions(), parameters);
  }

  @Override
  public CompletableFuture<CodeAction> resolveCodeAction(CodeAction action) {
    return dispatcher.answer("codeAction/resolve", new ResolveCodeAction(), action);
  }

  @Override
  public CompletableFuture<DocumentDiagnosticReport> diagnostic(DocumentDiagnosticParams parameters) {
    return dispatcher.answer("textDocument/diagnostic", new PullDocumentDiagnostics(), parameters);
  }

  @Override
  public CompletableFuture<List<? extends CodeLens>> codeLens(CodeLensParams parameters) {
    return dispatcher.answer("textDocument/codeLens", new ListCodeLenses(), parameters);
  }

  @Override
  public CompletableFuture<CodeLens> resolveCodeLens(CodeLens lens) {
    return dispatcher.answer("codeLens/resolve", new ResolveCodeLens(), lens);
  }

  // LSP answers null where there is nothing to show, which the types of LSP4J do not say.
  @SuppressWarnings("NullAway")
  @Override
  public CompletableFuture<@Nullable Hover> hover(HoverParams parameters) {
    return dispatcher.answer("textDocument/hover", new ShowHover(), parameters);
  }

  @Override
  public void didSave(DidSaveTextDocumentParams parameters) {
    dispatcher.notify("textDocument/didSave", new DidSave(), parameters);
  }
}
