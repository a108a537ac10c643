package dev.perfreview.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perfreview.server.Unprivileged;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code check} reviews what it can reach, and says once what it cannot. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "sets POSIX permissions")
class HostileFileSystemIT {

  private static final Path LAUNCHER = Path.of(
    System.getProperty("perfreview.distribution", "target/dist/perf-review"),
    "bin/perf-review"
  ).toAbsolutePath();
  private static final String CODE = "import numpy\n\ndef f(q: list):\n    while q:\n        q.pop(0)\n";

  @TempDir
  private Path folder = Path.of("");

  private Path workspace = folder;
  private Path cache = folder;

  private record Run(int status, String out, List<String> err) {}

  @BeforeEach
  void layOut() throws IOException {
    workspace = Files.createDirectory(folder.resolve("workspace"));
    Files.createDirectory(workspace.resolve("engine"));
    cache = Files.createDirectories(folder.resolve("cache"));
    Files.writeString(workspace.resolve("perf-review.toml"), "min-impact = 'negligible'\n");
    Files.writeString(workspace.resolve("engine/a.py"), CODE);
    Unprivileged.open(folder);
    Unprivileged.allow(cache, "rwxrwxrwx");
  }

  @AfterEach
  void letJUnitDelete() throws IOException {
    if (Files.exists(workspace.resolve("secret"))) {
      Unprivileged.allow(workspace.resolve("secret"), "rwxr-xr-x");
    }
  }

  @Test
  void linksInACircleLeadNowhere() throws IOException, InterruptedException {
    Files.createSymbolicLink(workspace.resolve("b.py"), Path.of("c.py"));
    Files.createSymbolicLink(workspace.resolve("c.py"), Path.of("b.py"));
    Files.createSymbolicLink(workspace.resolve("self"), Path.of("self"));
    Files.createSymbolicLink(workspace.resolve("engine/parent"), Path.of(".."));
    Run run = check(workspace.toString());
    assertEquals(List.of(), run.err());
    assertTrue(run.out().contains("1 file"), run.out());
    Run named = check(workspace.resolve("b.py").toString());
    assertEquals(2, named.status());
    assertEquals(List.of("perf-review: b.py does not exist"), named.err());
  }

  @Test
  void whatCannotBeReadIsToldOnce() throws IOException, InterruptedException {
    for (int i = 0; i < 20; i++) {
      Unprivileged.allow(Files.writeString(workspace.resolve("locked%02d.py".formatted(i)), CODE), "---------");
    }
    Unprivileged.allow(Files.createDirectory(workspace.resolve("secret")), "---------");
    Run run = check(workspace.toString());
    assertEquals(2, run.status());
    assertEquals(
      List.of(
        "perf-review: secret cannot be listed: permission denied",
        "perf-review: locked00.py cannot be read: permission denied; the same holds for locked01.py, locked02.py and 17 more"
      ),
      run.err()
    );
    assertTrue(run.out().contains("engine/a.py:5:"), run.out());
  }

  @Test
  void aConfigurationThatCannotBeReadIsTold() throws IOException, InterruptedException {
    Unprivileged.allow(workspace.resolve("perf-review.toml"), "---------");
    Run run = check(workspace.toString());
    assertEquals(2, run.status());
    assertEquals(
      List.of("perf-review: perf-review.toml line 1: the file cannot be read: permission denied"),
      run.err()
    );
  }

  @Test
  void aWorkspaceWithoutRightToWriteIsReviewedAndNotFixed() throws IOException, InterruptedException {
    for (String name : List.of("b.py", "c.py", "d.py", "e.py")) {
      Files.writeString(workspace.resolve("engine/" + name), "x = 1  # perf: ignore[list-pop-front] stale\n");
    }
    Unprivileged.open(workspace);
    Unprivileged.allow(workspace.resolve("engine"), "r-xr-xr-x");
    Run review = check(workspace.toString());
    assertEquals(List.of(), review.err());
    assertTrue(review.out().contains("5 files"), review.out());
    Run fix = check("--fix", workspace.toString());
    assertEquals(2, fix.status());
    assertEquals(
      List.of(
        "perf-review: engine/b.py cannot be written: permission denied; the same holds for engine/c.py, engine/d.py and 1 more"
      ),
      fix.err()
    );
  }

  @Test
  void aCacheThatCannotBeWrittenIsToldOnce() throws IOException, InterruptedException {
    Unprivileged.allow(cache, "r-xr-xr-x");
    assertTellsOfCache(check(workspace.toString()), "permission denied");
  }

  @Test
  void aFileInPlaceOfTheCacheIsToldOnce() throws IOException, InterruptedException {
    Unprivileged.allow(Files.writeString(cache.resolve("perf-review"), "in the way"), "rw-r--r--");
    assertTellsOfCache(check(workspace.toString()), "there is a file of that name");
  }

  private static void assertTellsOfCache(Run run, String reason) {
    assertTrue(run.out().contains("1 file"), run.out());
    assertEquals(1, run.err().size(), run.err().toString());
    String line = run.err().getFirst();
    assertTrue(line.contains("the index cannot be kept in ") && line.endsWith(": " + reason), line);
  }

  private Run check(String... arguments) throws IOException, InterruptedException {
    List<String> command = Unprivileged.command(LAUNCHER, "check", "--min-impact", "negligible");
    command.addAll(List.of(arguments));
    File out = folder.resolve("out.txt").toFile();
    File err = folder.resolve("err.txt").toFile();
    ProcessBuilder builder = new ProcessBuilder(command)
      .directory(workspace.toFile())
      .redirectOutput(out)
      .redirectError(err);
    builder.environment().put("XDG_CACHE_HOME", cache.toString());
    Process process = builder.start();
    assertTrue(process.waitFor(1, TimeUnit.MINUTES), "it did not end");
    return new Run(process.exitValue(), Files.readString(out.toPath()), Files.readAllLines(err.toPath()));
  }
}
