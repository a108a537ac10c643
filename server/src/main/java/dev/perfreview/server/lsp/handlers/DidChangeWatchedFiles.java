package dev.perfreview.server.lsp.handlers;

import dev.perfreview.server.lsp.session.Session;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.FileEvent;

/** {@code workspace/didChangeWatchedFiles}: a configuration file or a source file came, changed or went. */
public final class DidChangeWatchedFiles implements NotificationHandler<DidChangeWatchedFilesParams> {

  @Override
  public void handle(Session session, DidChangeWatchedFilesParams parameters) {
    session.changedOnDisk(parameters.getChanges().stream().map(FileEvent::getUri).toList());
  }
}
