package dev.perfreview.server.lsp.handlers;

import dev.perfreview.server.lsp.session.Session;
import java.util.List;
import org.eclipse.lsp4j.DidChangeNotebookDocumentParams;
import org.eclipse.lsp4j.NotebookDocumentChangeEventCellStructure;
import org.eclipse.lsp4j.NotebookDocumentChangeEventCellTextContent;
import org.eclipse.lsp4j.NotebookDocumentChangeEventCells;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.jspecify.annotations.Nullable;

/** {@code notebookDocument/didChange}: cells come, go and change; in which order they stand does not matter. */
public final class DidChangeNotebook implements NotificationHandler<DidChangeNotebookDocumentParams> {

  @Override
  public void handle(Session session, DidChangeNotebookDocumentParams parameters) {
    @Nullable
    NotebookDocumentChangeEventCells cells = parameters.getChange().getCells();
    if (cells == null) {
      return;
    }
    @Nullable
    NotebookDocumentChangeEventCellStructure structure = cells.getStructure();
    if (structure != null) {
      for (TextDocumentIdentifier closed : orNone(structure.getDidClose())) {
        DidCloseNotebook.close(session, closed.getUri());
      }
      for (TextDocumentItem opened : orNone(structure.getDidOpen())) {
        DidOpenNotebook.open(session, opened, parameters.getNotebookDocument().getUri());
      }
    }
    for (NotebookDocumentChangeEventCellTextContent content : orNone(cells.getTextContent())) {
      DidChange.change(session, content.getDocument(), content.getChanges());
    }
  }

  private static <T> List<T> orNone(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }
}
