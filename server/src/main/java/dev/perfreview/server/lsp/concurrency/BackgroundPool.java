package dev.perfreview.server.lsp.concurrency;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/**
 * A few threads for work on many files that nobody types in: none of them those that documents are reviewed on, and at most half of the
 * processors, so that keystrokes do not wait.
 */
public final class BackgroundPool implements AutoCloseable {

  /** What a thread needs that analyses: a walk of deeply nested code may recurse. Only what is used of it takes memory. */
  public static final long STACK_BYTES = 64L << 20;

  private final ExecutorService threads;

  /** A pool without threads yet; they come with the work. */
  public BackgroundPool(String name) {
    threads = Executors.newFixedThreadPool(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), work ->
      thread(name, work)
    );
  }

  /** A thread for such work. */
  // The priority is a hint, which some systems take; that documents go first does not rest on it.
  @SuppressWarnings("ThreadPriorityCheck")
  public static Thread thread(String name, Runnable work) {
    Thread thread = new Thread(null, work, name, STACK_BYTES);
    thread.setDaemon(true);
    thread.setPriority(Thread.MIN_PRIORITY);
    return thread;
  }

  /**
   * Does something with each of many things, and waits until all are done.
   *
   * @param work thread-safe
   * @throws InterruptedException when the pool is closed
   */
  public <T> void forEach(List<T> all, Consumer<T> work) throws InterruptedException {
    List<Future<?>> pending = new ArrayList<>();
    try {
      for (T each : all) {
        pending.add(threads.submit(() -> work.accept(each)));
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
    threads.shutdownNow();
  }
}
