package dev.perfreview.server.lsp.document;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs one piece of work again and again on a pool, never twice at once. All requests that arrive while it runs are answered by one
 * more run, so a burst costs two runs at most, and what one run wrote the next one sees.
 */
final class Lane {

  private final Executor pool;
  private final Runnable work;
  private final AtomicInteger requests = new AtomicInteger();

  /**
   * @param pool where the work runs
   * @param work must not throw
   */
  Lane(Executor pool, Runnable work) {
    this.pool = pool;
    this.work = work;
  }

  /** Has the work run after this call, at once when it is idle. */
  void request() {
    if (requests.getAndIncrement() == 0) {
      pool.execute(this::run);
    }
  }

  private void run() {
    int answered = requests.get();
    try {
      work.run();
    } finally {
      if (requests.addAndGet(-answered) != 0) {
        pool.execute(this::run);
      }
    }
  }
}
