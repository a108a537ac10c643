package dev.perfreview.server.lsp.handlers;

import dev.perfreview.server.lsp.session.Session;
import org.eclipse.lsp4j.DeleteFilesParams;
import org.eclipse.lsp4j.FileDelete;

/** {@code workspace/didDeleteFiles}: files or folders went. */
public final class DidDeleteFiles implements NotificationHandler<DeleteFilesParams> {

  @Override
  public void handle(Session session, DeleteFilesParams parameters) {
    session.changedOnDisk(parameters.getFiles().stream().map(FileDelete::getUri).toList());
  }
}
