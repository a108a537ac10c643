package dev.perfreview.server.lsp.handlers;

import dev.perfreview.server.lsp.session.Session;
import org.eclipse.lsp4j.DidOpenNotebookDocumentParams;
import org.eclipse.lsp4j.TextDocumentItem;

/** {@code notebookDocument/didOpen}: takes the cells, each as a document of its own. What earlier cells define is unknown to the later ones. */
public final class DidOpenNotebook implements NotificationHandler<DidOpenNotebookDocumentParams> {

  @Override
  public void handle(Session session, DidOpenNotebookDocumentParams parameters) {
    String notebook = parameters.getNotebookDocument().getUri();
    for (TextDocumentItem cell : parameters.getCellTextDocuments()) {
      open(session, cell, notebook);
    }
  }

  static void open(Session session, TextDocumentItem cell, String notebook) {
    session.workspace().cells().open(cell.getUri(), notebook);
    DidOpen.open(session, cell);
  }
}
