package dev.perfreview.server.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the last report on the change of each folder in the cache, where an editor can open it and nobody commits it. */
public final class ReportFiles {

  private static final Logger LOG = LoggerFactory.getLogger(ReportFiles.class);
  private static final int HASH_DIGITS = 12;

  private ReportFiles() {}

  /**
   * Writes a report in the place of the last one of the same folders.
   *
   * @param folders what it is about
   * @return its file; nothing where there is no cache, or it cannot be written
   */
  public static Optional<Path> write(List<Path> folders, String markdown) {
    Optional<Path> cache = CacheFolder.path();
    if (cache.isEmpty()) {
      return Optional.empty();
    }
    String all = folders.stream().map(Path::toString).sorted().collect(Collectors.joining("\n"));
    String name = folders.getFirst().getFileName() + "-" + ContentHash.of(all).hex().substring(0, HASH_DIGITS);
    try {
      Files.createDirectories(cache.get());
      Path unfinished = Files.createTempFile(cache.get(), name, CacheFolder.UNFINISHED);
      Files.writeString(unfinished, markdown);
      Path file = cache.get().resolve(name + CacheFolder.REPORT_EXTENSION);
      Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
      return Optional.of(file);
    } catch (IOException refused) {
      LOG.warn("the report cannot be kept in {}: {}", cache.get(), refused.toString());
      return Optional.empty();
    }
  }
}
