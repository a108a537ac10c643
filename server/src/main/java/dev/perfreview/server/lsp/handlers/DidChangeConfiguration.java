package dev.perfreview.server.lsp.handlers;

import dev.perfreview.server.lsp.session.Session;
import org.eclipse.lsp4j.DidChangeConfigurationParams;

/** {@code workspace/didChangeConfiguration}: asks a client that can be asked for its settings, takes those that another sends. */
public final class DidChangeConfiguration implements NotificationHandler<DidChangeConfigurationParams> {

  @Override
  public void handle(Session session, DidChangeConfigurationParams parameters) {
    if (session.features().configurationPull()) {
      session.settings().everything();
    } else {
      session.settings().pushed(parameters.getSettings());
    }
  }
}
