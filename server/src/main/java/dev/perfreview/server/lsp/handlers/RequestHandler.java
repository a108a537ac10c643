package dev.perfreview.server.lsp.handlers;

import dev.perfreview.server.lsp.session.Session;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Answers a request.
 *
 * @param <P> its parameters
 * @param <R> its result
 */
@FunctionalInterface
public interface RequestHandler<P, R extends @Nullable Object> {
  /** Called on the reader thread: takes what it needs of the documents as they are now and works the answer out on the session's workers. */
  CompletableFuture<R> handle(Session session, P parameters);
}
