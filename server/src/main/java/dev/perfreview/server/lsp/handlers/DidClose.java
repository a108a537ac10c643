package dev.perfreview.server.lsp.handlers;

import dev.perfreview.server.lsp.session.Session;
import java.util.List;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;

/** {@code textDocument/didClose}: forgets a document and takes its diagnostics back. */
public final class DidClose implements NotificationHandler<DidCloseTextDocumentParams> {

  @Override
  public void handle(Session session, DidCloseTextDocumentParams parameters) {
    close(session, parameters.getTextDocument().getUri());
  }

  static void close(Session session, String uri) {
    session
      .documents()
      .close(uri)
      .ifPresent(closed -> session.publisher().clear(closed.uri()));
    session.changedOnDisk(List.of(uri));
  }
}
