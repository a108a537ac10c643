package dev.perfreview.server.cli;

import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A line on a terminal that tells how far long work has come; it appears after a second and leaves no trace. */
final class Progress implements AutoCloseable {

  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(1);
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(100);
  private static final int BAR = 30;
  private static final String ERASE_LINE = "\r\u001b[K";

  private final String phase;
  private final int total;
  private final @Nullable PrintWriter terminal;
  private final AtomicInteger done = new AtomicInteger();
  private final AtomicLong nextDrawing = new AtomicLong(System.nanoTime() + PATIENCE);
  private volatile boolean drawn;

  /**
   * Progress towards a number of files.
   *
   * @param phase what is done with them, in one word
   * @param terminal where it is drawn; nothing to draw none
   */
  Progress(String phase, int total, @Nullable PrintWriter terminal) {
    this.phase = phase;
    this.total = total;
    this.terminal = terminal;
  }

  /** One more is done. Called from any thread. */
  void advance() {
    int count = done.incrementAndGet();
    if (terminal == null) {
      return;
    }
    long now = System.nanoTime();
    long due = nextDrawing.get();
    if (now - due >= 0 && nextDrawing.compareAndSet(due, now + PAUSE)) {
      int filled = (int) (((long) BAR * count) / total);
      String bar = "█".repeat(filled) + "░".repeat(BAR - filled);
      terminal.print(ERASE_LINE + phase + " " + bar + " " + count + " of " + total + " files");
      terminal.flush();
      drawn = true;
    }
  }

  @Override
  public void close() {
    if (terminal != null && drawn) {
      terminal.print(ERASE_LINE);
      terminal.flush();
    }
  }
}
