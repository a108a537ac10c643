package dev.perfreview.server.lsp.actions;

import dev.perfreview.server.lsp.document.DocumentSnapshot;
import dev.perfreview.server.lsp.document.Positions;
import dev.perfreview.syntax.TextEdit;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.TextDocumentEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Writes edits of one document as LSP's workspace edit. */
final class WorkspaceEdits {

  private WorkspaceEdits() {}

  /**
   * The workspace edit.
   *
   * @param document the version that the edits refer to
   * @param positions how the client counts columns
   * @param versioned whether the client reads that version, and refuses the edit when the document has changed since
   */
  static WorkspaceEdit of(DocumentSnapshot document, List<TextEdit> edits, Positions positions, boolean versioned) {
    List<org.eclipse.lsp4j.TextEdit> written = edits
      .stream()
      .map(edit -> new org.eclipse.lsp4j.TextEdit(positions.rangeOf(edit.range(), document.text()), edit.replacement()))
      .toList();
    if (!versioned) {
      return new WorkspaceEdit(Map.of(document.uri(), written));
    }
    WorkspaceEdit edit = new WorkspaceEdit(
      List.of(
        Either.forLeft(
          new TextDocumentEdit(
            new VersionedTextDocumentIdentifier(document.uri(), document.version()),
            written
              .stream()
              .map(Either::<org.eclipse.lsp4j.TextEdit, org.eclipse.lsp4j.SnippetTextEdit>forLeft)
              .toList()
          )
        )
      )
    );
    // LSP4J starts it with an empty map, and a client should not have to choose between the two.
    edit.setChanges(null);
    return edit;
  }
}
