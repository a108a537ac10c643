package dev.perfreview.server.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares what a test made with a file that a person has looked at. With {@code -Dperfreview.bless=true} the file is written instead: then read the
 * difference.
 */
public final class GoldenFile {

  private static final Path FOLDER = Path.of("src/test/resources");

  private GoldenFile() {}

  /** Fails unless the file {@code name} below the test resources holds {@code actual}. */
  public static void assertHolds(String name, String actual) throws IOException {
    Path file = FOLDER.resolve(name);
    if (Boolean.getBoolean("perfreview.bless")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, actual);
    }
    assertEquals(Files.readString(file), actual, () -> name + " differs");
  }
}
