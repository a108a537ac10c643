package dev.perfreview.server.lsp.handlers;

import dev.perfreview.server.lsp.session.Session;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.lsp4j.RenameFilesParams;

/** {@code workspace/didRenameFiles}: files or folders have other names. Open documents are closed and opened again by the client. */
public final class DidRenameFiles implements NotificationHandler<RenameFilesParams> {

  @Override
  public void handle(Session session, RenameFilesParams parameters) {
    List<String> places = parameters
      .getFiles()
      .stream()
      .flatMap(file -> Stream.of(file.getOldUri(), file.getNewUri()))
      .toList();
    session.changedOnDisk(places);
  }
}
