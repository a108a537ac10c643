package dev.perfreview.server.review;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A Python or Rust file that a change touches.
 *
 * @param before the earlier version; nothing when the file is new
 * @param after the later version; nothing when it was deleted
 */
public record ChangedFile(@Nullable FileText before, @Nullable FileText after) {
  public ChangedFile {
    if (before == null && after == null) {
      throw new IllegalArgumentException("a file that is in neither version");
    }
  }

  /** Where it is; where it was, when it is no more. */
  public Path file() {
    FileText known = after != null ? after : before;
    if (known == null) {
      throw new IllegalStateException("a file that is in neither version");
    }
    return known.file();
  }

  /** Whether it lies elsewhere than before. */
  public boolean isMoved() {
    return before != null && after != null && !before.file().equals(after.file());
  }
}
