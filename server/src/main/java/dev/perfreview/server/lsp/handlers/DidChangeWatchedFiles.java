package dev.perfreview.server.lsp.handlers;

import dev.perfreview.server.lsp.session.Session;
import dev.perfreview.server.lsp.workspace.DocumentUri;
import dev.perfreview.syntax.Language;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.FileEvent;

/** {@code workspace/didChangeWatchedFiles}: a configuration file or a source file came, changed or went. */
public final class DidChangeWatchedFiles implements NotificationHandler<DidChangeWatchedFilesParams> {

  @Override
  public void handle(Session session, DidChangeWatchedFilesParams parameters) {
    List<String> sources = new ArrayList<>();
    boolean settings = false;
    for (FileEvent event : parameters.getChanges()) {
      if (Language.ofFileName(DocumentUri.pathOf(event.getUri())).isPresent()) {
        sources.add(event.getUri());
      } else {
        settings = true;
      }
    }
    if (settings) {
      session.settings().filesOnly();
    }
    if (!sources.isEmpty()) {
      session.changedOnDisk(sources);
    }
  }
}
