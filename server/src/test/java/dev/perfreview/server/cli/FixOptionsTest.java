package dev.perfreview.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perfreview.server.cli.Program.Run;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code check --fix} and {@code check --diff}. The engine's own rule about suppressions stands for any rule with fixes: it needs no other. */
class FixOptionsTest {

  private static final String FINDING = "x = 1  # perf: ignore[unused-suppression-stand-in] nothing is slow here\n";
  private static final String FIXED = "x = 1\n";

  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  Path folder;

  @BeforeEach
  void makeWorkspace() throws IOException {
    Files.createDirectory(folder.resolve(".git"));
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private Run check(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "check";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return Program.run(folder, all);
  }

  @Test
  void fixWritesTheFileAndReviewsWhatIsLeft() throws IOException {
    Path file = write("a.py", "\uFEFF" + FINDING.replace("\n", "\r\n"));
    Run run = check("--fix", "--fail-on", "negligible");
    assertEquals(new Run(0, "1 fix applied; no findings in 1 file\n", ""), run);
    assertEquals("\uFEFFx = 1\r\n", Files.readString(file));
  }

  @Test
  void withoutFixNoFileIsTouched() throws IOException {
    Path file = write("a.py", FINDING);
    check("--min-impact", "negligible");
    assertEquals(FINDING, Files.readString(file));
  }

  @Test
  void unsafeFixesNeedsFix() {
    Run run = check("--unsafe-fixes");
    assertEquals(2, run.status());
    assertEquals(
      "perf-review: --unsafe-fixes says which fixes --fix applies, so it needs --fix or --diff\n",
      run.err()
    );
  }

  @Test
  void whatIsNotShownIsNotFixed() throws IOException {
    Path file = write("a.py", FINDING);
    assertEquals(0, check("--fix").status());
    assertEquals(FINDING, Files.readString(file));
  }

  @Test
  void diffWritesNothingAndExitsWithStatus1() throws IOException {
    Path file = write("kv/a.py", FINDING);
    Run run = check("--diff", "--min-impact", "negligible");
    assertEquals(1, run.status());
    assertEquals("--- a/kv/a.py\n+++ b/kv/a.py\n@@ -1 +1 @@\n-" + FINDING + "+" + FIXED, run.out());
    assertEquals("perf-review: 1 fix to apply in 1 file\n", run.err());
    assertEquals(FINDING, Files.readString(file));
  }

  @Test
  void diffWithoutFixesIsEmptyAndExitsWithStatus0() throws IOException {
    write("a.py", FIXED);
    assertEquals(new Run(0, "", "perf-review: no fixes to apply in 1 file\n"), check("--diff"));
  }

  @Test
  void gitAppliesTheDiff() throws IOException, GitAPIException {
    Files.delete(folder.resolve(".git"));
    Path file = write("kv/a.py", "\uFEFF" + FINDING.replace("\n", "\r\n") + "y = 2\r\n");
    try (Git git = Git.init().setDirectory(folder.toFile()).call()) {
      byte[] diff = check("--diff", "--min-impact", "negligible").out().getBytes(StandardCharsets.UTF_8);
      git.apply().setPatch(new ByteArrayInputStream(diff)).call();
    }
    assertEquals("\uFEFF" + FIXED.replace("\n", "\r\n") + "y = 2\r\n", Files.readString(file));
  }

  @Test
  void diffGoesToAFileWhereAsked() throws IOException {
    write("a.py", FINDING);
    Run run = check("--diff", "--min-impact", "negligible", "--output", "fixes.patch");
    assertEquals("", run.out());
    assertTrue(Files.readString(folder.resolve("fixes.patch")).startsWith("--- a/a.py\n"));
  }

  @Test
  void diffIsColouredOnATerminal() throws IOException {
    write("a.py", FINDING);
    String[] command = { "--color", "always", "check", "--diff", "--min-impact", "negligible" };
    String out = Program.run(folder, command).out();
    assertTrue(out.contains("\u001b[31m-x = 1"), out);
    assertTrue(out.contains("\u001b[32m+x = 1"), out);
  }

  @Test
  void diffTakesNoOtherFormat() {
    Run run = check("--diff", "--format", "json");
    assertEquals(2, run.status());
    assertEquals("perf-review: --diff prints a difference instead of a report, so it takes no --format\n", run.err());
  }

  @Test
  void aFixNearASyntaxErrorIsHeldBackAndTold() throws IOException {
    String broken = "y = = 2\n" + FINDING;
    Path file = write("a.py", broken);
    String told = "perf-review: 1 fix was not applied in a.py, for there is a syntax error near\n";
    Run fix = check("--fix", "--min-impact", "negligible");
    assertEquals(told, fix.err());
    assertEquals(broken, Files.readString(file));
    Run diff = check("--diff", "--min-impact", "negligible");
    assertEquals(new Run(0, "", told + "perf-review: no fixes to apply in 1 file\n"), diff);
    assertFalse(fix.out().contains("applied"), fix.out());
  }
}
