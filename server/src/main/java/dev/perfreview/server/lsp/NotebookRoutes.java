package dev.perfreview.server.lsp;

import dev.perfreview.server.lsp.handlers.DidChangeNotebook;
import dev.perfreview.server.lsp.handlers.DidCloseNotebook;
import dev.perfreview.server.lsp.handlers.DidOpenNotebook;
import org.eclipse.lsp4j.DidChangeNotebookDocumentParams;
import org.eclipse.lsp4j.DidCloseNotebookDocumentParams;
import org.eclipse.lsp4j.DidOpenNotebookDocumentParams;
import org.eclipse.lsp4j.DidSaveNotebookDocumentParams;
import org.eclipse.lsp4j.services.NotebookDocumentService;

/** Routes {@code notebookDocument/*}. */
final class NotebookRoutes implements NotebookDocumentService {

  private final Dispatcher dispatcher;

  NotebookRoutes(Dispatcher dispatcher) {
    this.dispatcher = dispatcher;
  }

  @Override
  public void didOpen(DidOpenNotebookDocumentParams parameters) {
    dispatcher.notify("notebookDocument/didOpen", new DidOpenNotebook(), parameters);
  }

  @Override
  public void didChange(DidChangeNotebookDocumentParams parameters) {
    dispatcher.notify("notebookDocument/didChange", new DidChangeNotebook(), parameters);
  }

  @Override
  public void didClose(DidCloseNotebookDocumentParams parameters) {
    dispatcher.notify("notebookDocument/didClose", new DidCloseNotebook(), parameters);
  }

  @Override
  public void didSave(DidSaveNotebookDocumentParams parameters) {
    // Nothing depends on what is on the disk: the open cells count.
  }
}
