package dev.perfreview.server.lsp;

import dev.perfreview.server.lsp.document.Superseded;
import dev.perfreview.server.lsp.handlers.NotificationHandler;
import dev.perfreview.server.lsp.handlers.RequestHandler;
import dev.perfreview.server.lsp.session.Session;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leads each message to its handler while the session lasts, and keeps a handler that throws from harming anything but its own
 * message. Used by the reader thread.
 */
final class Dispatcher {

  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

  // Volatile, for the end may also come from the watch over the parent process.
  private volatile @Nullable Session session;
  private volatile boolean shutDown;

  /** Starts the session; a second {@code initialize} is an error. */
  Session start(Supplier<Session> first) {
    if (session != null || shutDown) {
      throw error(ResponseErrorCode.InvalidRequest, "the server was initialized before");
    }
    Session started = first.get();
    session = started;
    return started;
  }

  /** Ends the session: what arrives from now on, {@code exit} excepted, is refused. */
  void shutDown() {
    shutDown = true;
    close();
  }

  /** Frees what the session holds. */
  void close() {
    Session ended = session;
    session = null;
    if (ended != null) {
      ended.close();
    }
  }

  /** Whether the client announced the end. */
  boolean isShutDown() {
    return shutDown;
  }

  <P> void notify(String method, NotificationHandler<P> handler, P parameters) {
    Session current = session;
    if (current == null) {
      LOG.debug("{} outside of a session is dropped", method);
      return;
    }
    try {
      handler.handle(current, parameters);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError failure) {
      Optional<String> wrong = Parameters.problemOf(method, parameters);
      if (wrong.isPresent()) {
        LOG.warn("a message was not understood: {}", wrong.get());
      } else {
        LOG.error("{} failed", method, failure);
      }
    }
  }

  <P, R extends @Nullable Object> CompletableFuture<R> answer(
    String method,
    RequestHandler<P, R> handler,
    P parameters
  ) {
    Session current = session;
    if (current == null) {
      return CompletableFuture.failedFuture(
        shutDown
          ? error(ResponseErrorCode.InvalidRequest, "the server is shut down")
          : error(ResponseErrorCode.ServerNotInitialized, "the server is not initialized")
      );
    }
    CompletableFuture<R> answer;
    try {
      answer = handler.handle(current, parameters);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError failure) {
      answer = CompletableFuture.failedFuture(failure);
    }
    CompletableFuture<R> handled = answer;
    CompletableFuture<R> answered = handled.exceptionallyCompose(failure ->
      CompletableFuture.failedFuture(asResponseError(method, parameters, failure))
    );
    // LSP4J cancels what it was given, and answers that the request was cancelled; who works on it has to hear of that.
    var _ = answered.whenComplete((_, _) -> {
      if (answered.isCancelled()) {
        handled.cancel(false);
      }
    });
    return answered;
  }

  private static Throwable asResponseError(String method, @Nullable Object parameters, Throwable failure) {
    Throwable cause =
      failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    if (cause instanceof ResponseErrorException expected) {
      return expected;
    }
    if (cause instanceof Superseded stale) {
      return error(ResponseErrorCode.ContentModified, String.valueOf(stale.getMessage()));
    }
    if (cause instanceof CancellationException) {
      return error(ResponseErrorCode.RequestCancelled, method + " was cancelled");
    }
    // Asked only now, for it takes reflection: most messages are as the protocol has them.
    Optional<String> wrong = Parameters.problemOf(method, parameters);
    if (wrong.isPresent()) {
      return error(ResponseErrorCode.InvalidParams, wrong.get());
    }
    LOG.error("{} failed", method, cause);
    return error(ResponseErrorCode.InternalError, method + " failed: " + cause);
  }

  private static ResponseErrorException error(ResponseErrorCode code, String message) {
    return new ResponseErrorException(new ResponseError(code, message, null));
  }
}
