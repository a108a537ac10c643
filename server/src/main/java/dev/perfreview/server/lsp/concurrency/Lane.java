package dev.perfreview.server.lsp.concurrency;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs one piece of work again and again on a pool, never twice at once. All requests that arrive while it runs are answered by one
 * more run, so a burst costs two runs at most, and what one run wrote the next one sees.
 */
public final class Lane {

  private final Executor pool;
  private final Runnable work;
  private final AtomicInteger requests = new AtomicInteger();

  /**
   * Nothing runs yet.
   *
   * @param pool where the work runs
   * @param work must not throw
   */
  public Lane(Executor pool, Runnable work) {
    this.pool = pool;
    this.work = work;
  }

  /** Has the work run after this call, at once when it is idle. */
  public void request() {
    if (requests.getAndIncrement() == 0) {
      submit();
    }
  }

  private void submit() {
    try {
      pool.execute(this::run);
    } catch (RejectedExecutionException ended) {
      // The session is over: nobody waits for the work any more.
    }
  }

  private void run() {
    int answered = requests.get();
    try {
      work.run();
    } finally {
      if (requests.addAndGet(-answered) != 0) {
        submit();
      }
    }
  }
}
