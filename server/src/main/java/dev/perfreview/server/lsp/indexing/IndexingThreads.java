package dev.perfreview.server.lsp.indexing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that owns the indexes, and a few that read many files for it; none of them those that documents are reviewed on, and at most half of
 * the processors, so that keystrokes do not wait.
 */
final class IndexingThreads implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(IndexingThreads.class);
  private static final long STACK_BYTES = 64L << 20;

  private final ScheduledExecutorService owner;
  private final ExecutorService readers = Executors.newFixedThreadPool(
    Math.max(1, Runtime.getRuntime().availableProcessors() / 2),
    work -> thread("perf-review-index-reader", work)
  );

  IndexingThreads() {
    ScheduledThreadPoolExecutor single = new ScheduledThreadPoolExecutor(1, work -> thread("perf-review-index", work));
    single.setRemoveOnCancelPolicy(true);
    single.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    owner = single;
  }

  // The priority is a hint, which some systems take; that documents go first does not rest on it.
  @SuppressWarnings("ThreadPriorityCheck")
  private static Thread thread(String name, Runnable work) {
    Thread thread = new Thread(null, work, name, STACK_BYTES);
    thread.setDaemon(true);
    thread.setPriority(Thread.MIN_PRIORITY);
    return thread;
  }

  /** Work of the owner. */
  interface Work {
    /** Does it; interrupted when the session ends. */
    void run() throws InterruptedException;
  }

  /** Has the owner do something after a while; nothing when the session is over. */
  @Nullable
  Future<?> after(long milliseconds, Work work) {
    try {
      return owner.schedule(() -> guarded(work), milliseconds, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException ended) {
      return null;
    }
  }

  private static void guarded(Work work) {
    try {
      work.run();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError failure) {
      LOG.error("indexing failed; findings may lack what other files tell", failure);
    }
  }

  /** Does something with each of many things on the readers, and waits until all are done. */
  <T> void forEach(List<T> all, Consumer<T> work) throws InterruptedException {
    List<Future<?>> pending = new ArrayList<>();
    try {
      for (T each : all) {
        pending.add(readers.submit(() -> work.accept(each)));
      }
      for (Future<?> each : pending) {
        each.get();
      }
    } catch (RejectedExecutionException ended) {
      throw (InterruptedException) new InterruptedException().initCause(ended);
    } catch (ExecutionException failure) {
      throw new IllegalStateException(failure.getCause());
    }
  }

  @Override
  public void close() {
    owner.shutdownNow();
    readers.shutdownNow();
  }
}
