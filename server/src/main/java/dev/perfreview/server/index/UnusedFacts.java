package dev.perfreview.server.index;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the cache folder from growing for ever: indexes of folders that are gone, or that nobody opens any more. When an index was last used is
 * the time of its file, since not all file systems tell when a file was read.
 */
final class UnusedFacts {

  private static final Logger LOG = LoggerFactory.getLogger(UnusedFacts.class);

  /** After this long without use an index is removed. */
  static final Duration KEPT = Duration.ofDays(30);

  /** A file that was marked this short ago is not marked again: most reads then write nothing. */
  private static final Duration PRECISION = Duration.ofDays(1);

  private UnusedFacts() {}

  /** Notes that an index was read. Where that is not allowed, it is merely worked out again some day. */
  static void markAsUsed(Path file) {
    try {
      Instant now = Instant.now();
      if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(PRECISION))) {
        Files.setLastModifiedTime(file, FileTime.from(now));
      }
    } catch (IOException refused) {
      LOG.debug("the use of {} cannot be noted: {}", file, refused.toString());
    }
  }

  /** Removes the indexes and reports that nobody used for {@link #KEPT}, and what a program that was stopped left half written; other files stay. */
  static void removeFrom(Path folder) {
    Instant oldest = Instant.now().minus(KEPT);
    try (
      DirectoryStream<Path> files = Files.newDirectoryStream(
        folder,
        "*{" + CacheFolder.EXTENSION + "," + CacheFolder.REPORT_EXTENSION + "," + CacheFolder.UNFINISHED + "}"
      )
    ) {
      for (Path file : files) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(oldest)) {
          Files.deleteIfExists(file);
          LOG.debug("removed {}, which was not used for {} days", file, KEPT.toDays());
        }
      }
    } catch (IOException | DirectoryIteratorException refused) {
      // Another process may have removed it first.
      LOG.debug("not all unused indexes could be removed from {}: {}", folder, refused.toString());
    }
  }
}
