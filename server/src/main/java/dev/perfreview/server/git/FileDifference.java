package dev.perfreview.server.git;

import org.jspecify.annotations.Nullable;

/**
 * A file that differs between two versions. Paths are from the root of the repository, with {@code /}.
 *
 * @param before where it was in the earlier version; nothing when it is new
 * @param after where it is in the later one; nothing when it was deleted
 * @param sameContent whether it was only moved
 */
public record FileDifference(@Nullable String before, @Nullable String after, boolean sameContent) {
  /** The path to name it by: that of the later version, if it is there. */
  public String path() {
    String path = after == null ? before : after;
    if (path == null) {
      throw new IllegalStateException("a file that is in neither version");
    }
    return path;
  }
}
