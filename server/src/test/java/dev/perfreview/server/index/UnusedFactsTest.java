package dev.perfreview.server.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnusedFactsTest {

  private static final Duration HOUR = Duration.ofHours(1);

  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  Path folder;

  private Path file(String name, Duration age) throws IOException {
    Path file = Files.createFile(folder.resolve(name));
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
    return file;
  }

  private void writeAnIndex() {
    new FactsFile(folder.resolve("new.facts"), 1).write(List.of());
  }

  @Test
  void removesWhatWasNotUsedForThirtyDaysWhenAnIndexIsWritten() throws IOException {
    Path unused = file("unused.facts", UnusedFacts.KEPT.plus(HOUR));
    Path halfWritten = file("writing-1.tmp", UnusedFacts.KEPT.plus(HOUR));
    writeAnIndex();
    assertFalse(Files.exists(unused));
    assertFalse(Files.exists(halfWritten));
  }

  @Test
  void keepsWhatIsInUseAndWhatIsNotOurs() throws IOException {
    Path used = file("used.facts", UnusedFacts.KEPT.minus(HOUR));
    Path beingWritten = file("writing-1.tmp", Duration.ZERO);
    Path foreign = file("notes.txt", UnusedFacts.KEPT.plus(HOUR));
    writeAnIndex();
    assertTrue(Files.exists(used));
    assertTrue(Files.exists(beingWritten));
    assertTrue(Files.exists(foreign));
    assertTrue(Files.exists(folder.resolve("new.facts")));
  }

  @Test
  void readingAnIndexIsUsingIt() throws IOException {
    writeAnIndex();
    Path read = folder.resolve("new.facts");
    Files.setLastModifiedTime(read, FileTime.from(Instant.now().minus(UnusedFacts.KEPT).plus(HOUR)));
    new FactsFile(read, 1).read();
    assertTrue(Files.getLastModifiedTime(read).toInstant().isAfter(Instant.now().minus(HOUR)));
  }

  @Test
  void anIndexOfAnotherEngineIsNotUsedByReadingIt() throws IOException {
    writeAnIndex();
    Path other = folder.resolve("new.facts");
    FileTime before = FileTime.from(Instant.now().minus(UnusedFacts.KEPT).plus(HOUR));
    Files.setLastModifiedTime(other, before);
    FileTime written = Files.getLastModifiedTime(other);
    new FactsFile(other, 2).read();
    assertEquals(written, Files.getLastModifiedTime(other));
  }

  @Test
  void aFolderThatCannotBeReadIsLeftAlone() {
    UnusedFacts.removeFrom(folder.resolve("missing"));
    assertFalse(Files.exists(folder.resolve("missing")));
  }
}
