package dev.perfreview.server.lsp;

import dev.perfreview.server.lsp.handlers.DidChange;
import dev.perfreview.server.lsp.handlers.DidClose;
import dev.perfreview.server.lsp.handlers.DidOpen;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.services.TextDocumentService;

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
  public void didSave(DidSaveTextDocumentParams parameters) {
    // Nothing depends on what is on the disk: the open text counts.
  }
}
