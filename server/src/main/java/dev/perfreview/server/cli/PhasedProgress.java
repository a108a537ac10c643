package dev.perfreview.server.cli;

import dev.perfreview.server.review.ReviewProgress;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/** Shows the parts of a review on a terminal, one after the other. */
final class PhasedProgress implements ReviewProgress, AutoCloseable {

  private final @Nullable PrintWriter terminal;
  private volatile @Nullable Progress current;

  /** Drawn on a terminal; nothing to draw none. */
  PhasedProgress(@Nullable PrintWriter terminal) {
    this.terminal = terminal;
  }

  @Override
  public void start(String phase, int files) {
    close();
    current = new Progress(phase, files, terminal);
  }

  @Override
  public void advance() {
    Progress progress = current;
    if (progress != null) {
      progress.advance();
    }
  }

  @Override
  public void close() {
    Progress progress = current;
    if (progress != null) {
      progress.close();
    }
  }
}
