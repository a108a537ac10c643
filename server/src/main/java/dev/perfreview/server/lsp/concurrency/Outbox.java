package dev.perfreview.server.lsp.concurrency;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/**
 * Sends notifications to the client, one after the other, from a thread of its own: nobody who has something to say waits for a client
 * that is slow to read, and what is said first arrives first. Does not log, for what is logged is sent through it.
 */
public final class Outbox implements AutoCloseable {

  private static final ThreadLocal<Boolean> SENDING = ThreadLocal.withInitial(() -> false);

  private final ExecutorService sender = Executors.newSingleThreadExecutor(
    Thread.ofPlatform().name("perf-review-outbox").daemon().factory()
  );

  /** Whether the caller runs within a message that is being sent. */
  public static boolean isSending() {
    return SENDING.get();
  }

  /** Queues a message. */
  public void send(Runnable message) {
    try {
      sender.execute(() -> deliver(message));
    } catch (RejectedExecutionException closed) {
      // The session is over: there is nobody to tell.
    }
  }

  private static void deliver(Runnable message) {
    SENDING.set(true);
    try {
      message.run();
    } catch (RuntimeException failure) {
      // The stream to the client is broken. Saying so in the log would only queue the next message for it.
    }
  }

  @Override
  public void close() {
    sender.shutdown();
  }
}
