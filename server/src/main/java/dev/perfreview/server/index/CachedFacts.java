package dev.perfreview.server.index;

import dev.perfreview.semantics.workspace.FileFacts;

/**
 * The facts of a file with what tells whether they still hold.
 *
 * @param facts what the file told
 * @param size its size in bytes
 * @param modified when it was last changed, in nanoseconds since the epoch; 0 when that was so short ago that it may have changed since
 * @param hash the SHA-256 of its content
 */
record CachedFacts(FileFacts facts, long size, long modified, ContentHash hash) {
  /** Whether a file of this size and time is taken for unchanged without looking at its content. */
  boolean isOf(long otherSize, long otherModified) {
    return modified != 0 && modified == otherModified && size == otherSize;
  }
}
