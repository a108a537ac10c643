package dev.perfreview.server.lsp.handlers;

import dev.perfreview.server.lsp.document.ContentChanges;
import dev.perfreview.server.lsp.session.Session;
import java.util.List;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.jspecify.annotations.Nullable;

/** {@code textDocument/didChange}: swaps the next version of a document in. */
public final class DidChange implements NotificationHandler<DidChangeTextDocumentParams> {

  @Override
  public void handle(Session session, DidChangeTextDocumentParams parameters) {
    change(session, parameters.getTextDocument(), parameters.getContentChanges());
  }

  static void change(
    Session session,
    VersionedTextDocumentIdentifier changed,
    List<TextDocumentContentChangeEvent> contents
  ) {
    session
      .documents()
      .find(changed.getUri())
      .ifPresent(document -> {
        ContentChanges changes = ContentChanges.of(document.snapshot().text(), contents, session.positions());
        @Nullable
        Integer version = changed.getVersion();
        document.change(version == null ? document.snapshot().version() + 1 : version, changes);
      });
    session.indexer().edited(changed.getUri());
  }
}
