package dev.perfreview.server.lsp.changes;

import dev.perfreview.server.lsp.concurrency.Lane;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Notices that the base has moved: a commit, a pull, another branch. The client tells of the repository's files where it watches them, and of documents
 * that are saved and opened; many clients watch none on some systems, so the repositories in use are looked at now and then as well.
 */
public final class BaseWatch implements AutoCloseable {

  private static final int PAUSE_SECONDS = 2;

  private static final List<String> PLACES = List.of("/.git/HEAD", "/.git/packed-refs", "/.git/refs/");

  private final BaseComparison lines;
  private final Lane lane;
  /** Nothing before anybody compares anything. */
  private @Nullable ScheduledExecutorService clock;

  /**
   * For one session.
   *
   * @param lines the repositories that are looked at
   * @param workers where that happens
   * @param moved run when one has another base
   */
  public BaseWatch(BaseComparison lines, Executor workers, Runnable moved) {
    this.lines = lines;
    lane = new Lane(workers, () -> {
      if (!lines.isIdle() && lines.moved()) {
        moved.run();
      }
    });
  }

  /** Starts to look now and then. */
  public synchronized void start() {
    if (clock == null) {
      clock = Executors.newSingleThreadScheduledExecutor(
        Thread.ofPlatform().name("perf-review-base-watch").daemon().factory()
      );
      var _ = clock.scheduleWithFixedDelay(this::look, PAUSE_SECONDS, PAUSE_SECONDS, TimeUnit.SECONDS);
    }
  }

  /** The files that tell where a repository's branches are, as globs for a client that watches files. */
  public static List<String> watched() {
    return PLACES.stream()
      .map(place -> "**" + place + (place.endsWith("/") ? "**" : ""))
      .toList();
  }

  /** Whether a file is one of those. */
  public static boolean isOfRepository(String uri) {
    return PLACES.stream().anyMatch(uri::contains);
  }

  /** Hears that something may have moved a base; nothing happens while nobody compares anything. */
  public void look() {
    if (!lines.isIdle()) {
      lane.request();
    }
  }

  @Override
  public synchronized void close() {
    if (clock != null) {
      clock.shutdownNow();
    }
  }
}
