package dev.perfreview.server.lsp.indexing;

import dev.perfreview.server.lsp.concurrency.BackgroundPool;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One thread that owns the indexes, and a few that read many files for it. */
final class IndexingThreads implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(IndexingThreads.class);

  private final ScheduledExecutorService owner;
  private final BackgroundPool readers = new BackgroundPool("perf-review-index-reader");

  IndexingThreads() {
    ScheduledThreadPoolExecutor single = new ScheduledThreadPoolExecutor(1, work ->
      BackgroundPool.thread("perf-review-index", work)
    );
    single.setRemoveOnCancelPolicy(true);
    single.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    owner = single;
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
    readers.forEach(all, work);
  }

  @Override
  public void close() {
    owner.shutdownNow();
    readers.close();
  }
}
