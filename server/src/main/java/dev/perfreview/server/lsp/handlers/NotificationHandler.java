package dev.perfreview.server.lsp.handlers;

import dev.perfreview.server.lsp.session.Session;

/**
 * Takes a notification.
 *
 * @param <P> its parameters
 */
@FunctionalInterface
public interface NotificationHandler<P> {
  /** Called on the reader thread, in the order of the messages: swaps state and returns. */
  void handle(Session session, P parameters);
}
