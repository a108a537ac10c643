package dev.perfreview.server.lsp.handlers;

import dev.perfreview.server.lsp.session.Session;
import java.util.List;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;

/**
 * {@code textDocument/didSave}: for the document itself the open text counts, saved or not. To a client that watches no files a save is the only
 * word of a configuration file that changed. Who saves may have committed before.
 */
public final class DidSave implements NotificationHandler<DidSaveTextDocumentParams> {

  @Override
  public void handle(Session session, DidSaveTextDocumentParams parameters) {
    session.bases().look();
    if (!session.features().watcherRegistration()) {
      session.changedOnDisk(List.of(parameters.getTextDocument().getUri()));
    }
  }
}
