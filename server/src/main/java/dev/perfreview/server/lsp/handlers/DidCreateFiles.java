package dev.perfreview.server.lsp.handlers;

import dev.perfreview.server.lsp.session.Session;
import org.eclipse.lsp4j.CreateFilesParams;
import org.eclipse.lsp4j.FileCreate;

/** {@code workspace/didCreateFiles}: files or folders came. */
public final class DidCreateFiles implements NotificationHandler<CreateFilesParams> {

  @Override
  public void handle(Session session, CreateFilesParams parameters) {
    session.changedOnDisk(parameters.getFiles().stream().map(FileCreate::getUri).toList());
  }
}
