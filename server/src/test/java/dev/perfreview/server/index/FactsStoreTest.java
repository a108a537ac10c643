package dev.perfreview.server.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perfreview.semantics.workspace.FileFacts;
import dev.perfreview.syntax.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FactsStoreTest {

  private static final FileTime LONG_AGO = FileTime.fromMillis(1_700_000_000_000L);

  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  Path folder;

  private Path kept = Path.of("");
  private IndexedFile source = new IndexedFile(kept, "", Language.PYTHON);

  @BeforeEach
  void writeOneFile() throws IOException {
    kept = folder.resolve("cache/kept.facts");
    source = new IndexedFile(folder.resolve("a.py"), "a.py", Language.PYTHON);
    write("def one(): pass\n", LONG_AGO);
  }

  private void write(String text, FileTime time) throws IOException {
    Files.writeString(source.file(), text);
    Files.setLastModifiedTime(source.file(), time);
  }

  private FactsStore store(long engine) {
    return FactsStore.of(new FactsFile(kept, engine));
  }

  /** Asks a store of a new process for the file and has it keep what it gave. */
  private List<String> functions() {
    FactsStore store = store(1);
    List<String> names = names(store.of(source));
    store.save();
    return names;
  }

  private static List<String> names(Optional<FileFacts> facts) {
    return facts
      .map(found ->
        found
          .functions()
          .stream()
          .map(function -> function.name())
          .toList()
      )
      .orElse(List.of());
  }

  @Test
  void doesNotReadAFileOfTheSameSizeAndTimeAgain() throws IOException {
    assertEquals(List.of("one"), functions());
    write("def two(): pass\n", LONG_AGO);
    assertEquals(List.of("one"), functions());
  }

  @Test
  void noticesOtherContent() throws IOException {
    functions();
    write("def two(): pass\n", FileTime.fromMillis(LONG_AGO.toMillis() + 1));
    assertEquals(List.of("two"), functions());
    write("def three(): pass\n", LONG_AGO);
    assertEquals(List.of("three"), functions());
  }

  @Test
  void looksAtTheContentWhereTheFileIsTooYoungForItsTimeToTell() throws IOException {
    FileTime now = FileTime.fromMillis(System.currentTimeMillis());
    write("def one(): pass\n", now);
    functions();
    write("def two(): pass\n", now);
    assertEquals(List.of("two"), functions());
  }

  @Test
  void keepsTheFactsOfAFileThatWasOnlyTouched() throws IOException {
    functions();
    write("def one(): pass\n", FileTime.fromMillis(LONG_AGO.toMillis() + 5000));
    functions();
    List<Long> times = new FactsFile(kept, 1).read().values().stream().map(CachedFacts::modified).toList();
    assertEquals(List.of((LONG_AGO.toMillis() + 5000) * 1_000_000), times);
  }

  @Test
  void forgetsFilesThatAreGone() throws IOException {
    functions();
    Files.delete(source.file());
    assertEquals(List.of(), functions());
    assertEquals(Map.of(), new FactsFile(kept, 1).read());
  }

  @Test
  void trustsNoOtherEngine() {
    functions();
    assertEquals(Map.of(), new FactsFile(kept, 2).read());
  }

  @Test
  void trustsNothingThatIsDamaged() throws IOException {
    functions();
    byte[] whole = Files.readAllBytes(kept);
    for (int length = 0; length < whole.length; length++) {
      Files.write(kept, java.util.Arrays.copyOf(whole, length));
      assertEquals(Map.of(), new FactsFile(kept, 1).read(), length + " bytes");
    }
    Random random = new Random(1);
    for (int round = 0; round < 300; round++) {
      byte[] damaged = whole.clone();
      damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(kept, damaged);
      assertEquals(Map.of(), new FactsFile(kept, 1).read());
    }
    assertEquals(List.of("one"), functions());
    assertFalse(new FactsFile(kept, 1).read().isEmpty());
  }

  @Test
  void worksWhereNothingCanBeKept() throws IOException {
    Files.writeString(folder.resolve("cache"), "a file, where a folder should be");
    assertEquals(List.of("one"), functions());
  }

  @Test
  void theCacheLiesWhereTheSystemWantsIt() {
    assertEquals(
      Optional.of(Path.of("/caches/perf-review")),
      CacheFolder.path("Linux", "/home/u", Map.of("XDG_CACHE_HOME", "/caches"))
    );
    assertEquals(
      Optional.of(Path.of("/home/u/.cache/perf-review")),
      CacheFolder.path("Linux", "/home/u", Map.of("XDG_CACHE_HOME", "relative"))
    );
    assertEquals(
      Optional.of(Path.of("/Users/u/Library/Caches/perf-review")),
      CacheFolder.path("Mac OS X", "/Users/u", Map.of())
    );
    assertTrue(CacheFolder.path("Linux", "?", Map.of()).isEmpty());
  }
}
