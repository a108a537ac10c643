package dev.perfreview.server.scan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/** Works on many things with all cores, and answers in the order in which they came. */
public final class SideBySide {

  /** A walk of deeply nested code may recurse; the default half megabyte to a megabyte is spent by a few thousand nested brackets. */
  private static final long STACK_BYTES = 64L << 20;

  private SideBySide() {}

  /**
   * Applies {@code work} to each.
   *
   * @param work thread-safe; when it throws, this throws, and the rest is not begun
   */
  public static <T, R> List<R> map(List<T> all, Function<T, R> work) throws InterruptedException {
    int threads = Math.max(1, Math.min(Runtime.getRuntime().availableProcessors(), all.size()));
    try (ExecutorService pool = Executors.newFixedThreadPool(threads, SideBySide::thread)) {
      List<Future<R>> answers = new ArrayList<>(all.size());
      for (T each : all) {
        answers.add(pool.submit(() -> work.apply(each)));
      }
      List<R> results = new ArrayList<>(all.size());
      try {
        for (Future<R> answer : answers) {
          results.add(answer.get());
        }
      } finally {
        // Nobody waits for the rest once one has failed or the work is given up.
        pool.shutdownNow();
      }
      return results;
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof CancellationException givenUp) {
        throw givenUp;
      }
      throw new IllegalStateException(failure.getCause());
    }
  }

  /** {@link #map} for work that has no answer. */
  public static <T> void forEach(Collection<T> all, Consumer<T> work) throws InterruptedException {
    var _ = map(List.copyOf(all), each -> {
      work.accept(each);
      return true;
    });
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(null, work, "scan", STACK_BYTES);
    thread.setDaemon(true);
    return thread;
  }
}
