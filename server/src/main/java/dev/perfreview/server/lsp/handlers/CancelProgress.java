package dev.perfreview.server.lsp.handlers;

import dev.perfreview.server.lsp.session.Session;
import org.eclipse.lsp4j.WorkDoneProgressCancelParams;

/** {@code window/workDoneProgress/cancel}: the user gives up work whose progress is shown. */
public final class CancelProgress implements NotificationHandler<WorkDoneProgressCancelParams> {

  @Override
  public void handle(Session session, WorkDoneProgressCancelParams parameters) {
    session.progress().cancel(parameters.getToken());
  }
}
