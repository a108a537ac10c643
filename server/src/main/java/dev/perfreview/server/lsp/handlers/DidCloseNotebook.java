package dev.perfreview.server.lsp.handlers;

import dev.perfreview.server.lsp.session.Session;
import org.eclipse.lsp4j.DidCloseNotebookDocumentParams;
import org.eclipse.lsp4j.TextDocumentIdentifier;

/** {@code notebookDocument/didClose}: forgets the cells. */
public final class DidCloseNotebook implements NotificationHandler<DidCloseNotebookDocumentParams> {

  @Override
  public void handle(Session session, DidCloseNotebookDocumentParams parameters) {
    for (TextDocumentIdentifier cell : parameters.getCellTextDocuments()) {
      close(session, cell.getUri());
    }
  }

  static void close(Session session, String cell) {
    DidClose.close(session, cell);
    session.workspace().cells().close(cell);
  }
}
