package dev.perfreview.server.lsp.handlers;

import dev.perfreview.server.lsp.session.Session;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;

/** {@code workspace/didChangeWorkspaceFolders}: other folders, so other settings and other paths of open documents. */
public final class DidChangeWorkspaceFolders implements NotificationHandler<DidChangeWorkspaceFoldersParams> {

  @Override
  public void handle(Session session, DidChangeWorkspaceFoldersParams parameters) {
    session.workspace().change(parameters.getEvent());
    session.settings().everything();
  }
}
