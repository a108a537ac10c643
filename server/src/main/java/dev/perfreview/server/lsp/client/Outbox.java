package dev.perfreview.server.lsp.client;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends notifications to the client, one after the other, from a thread of its own: nobody who has something to say waits for a client
 * that is slow to read, and what is said first arrives first.
 */
public final class Outbox implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

  private final ExecutorService sender = Executors.newSingleThreadExecutor(
    Thread.ofPlatform().name("perf-review-outbox").daemon().factory()
  );

  /** Queues a message. */
  public void send(Runnable message) {
    try {
      sender.execute(() -> deliver(message));
    } catch (RejectedExecutionException closed) {
      LOG.debug("the session is over: a message is not sent");
    }
  }

  private static void deliver(Runnable message) {
    try {
      message.run();
    } catch (RuntimeException failure) {
      LOG.debug("the client cannot be reached", failure);
    }
  }

  @Override
  public void close() {
    sender.shutdown();
  }
}
