package dev.perfreview.server.lsp.handlers;

import dev.perfreview.server.lsp.document.ContentChanges;
import dev.perfreview.server.lsp.document.OpenDocument;
import dev.perfreview.server.lsp.document.Positions;
import dev.perfreview.server.lsp.session.Session;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.jspecify.annotations.Nullable;

/** {@code textDocument/didChange}: swaps the next version of a document in. */
public final class DidChange implements NotificationHandler<DidChangeTextDocumentParams> {

  @Override
  public void handle(Session session, DidChangeTextDocumentParams parameters) {
    session
      .documents()
      .find(parameters.getTextDocument().getUri())
      .ifPresent(document -> change(document, parameters, session.positions()));
    session.indexer().edited(parameters.getTextDocument().getUri());
  }

  private static void change(OpenDocument document, DidChangeTextDocumentParams parameters, Positions positions) {
    ContentChanges changes = ContentChanges.of(document.snapshot().text(), parameters.getContentChanges(), positions);
    @Nullable
    Integer version = parameters.getTextDocument().getVersion();
    document.change(version == null ? document.snapshot().version() + 1 : version, changes);
  }
}
