package dev.perfreview.server.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnifiedDiffTest {

  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  Path folder;

  @Test
  void looksAsDiffPrintsIt() {
    assertEquals(
      """
      --- a/srt/queue.py
      +++ b/srt/queue.py
      @@ -2,4 +2,4 @@
       two
       three
       four
      -five
      +5
      """,
      UnifiedDiff.of("srt/queue.py", "one\ntwo\nthree\nfour\nfive\n", "one\ntwo\nthree\nfour\n5\n")
    );
  }

  @Test
  void equalTextsHaveNoDifference() {
    assertEquals("", UnifiedDiff.of("a.py", "x\n", "x\n"));
    assertEquals("", UnifiedDiff.hunks("", ""));
  }

  @Test
  void hunksHaveNoHeader() {
    assertEquals("@@ -1 +1 @@\n-x\n+y\n", UnifiedDiff.hunks("x\n", "y\n"));
  }

  @Test
  void tellsThatALineEndIsMissing() {
    assertEquals(
      "@@ -1 +1 @@\n-x\n\\ No newline at end of file\n+y\n\\ No newline at end of file\n",
      UnifiedDiff.hunks("x", "y")
    );
  }

  @Test
  void namesThatAreHardToReadAreQuotedAsGitDoes() {
    String diff = UnifiedDiff.of("mem cache/\"ü\".py", "x\n", "y\n");
    assertTrue(diff.contains("--- \"a/mem cache/\\\"\\303\\274\\\".py\"\t\n"), diff);
  }

  @Test
  void gitAppliesItAndTheResultIsTheOtherText() throws IOException, GitAPIException {
    String lines = "a\nb\nc\nd\ne\nf\ng\nh\n";
    apply("plain.py", "x\n" + lines + "y\n", "z\n" + lines + "y\nw\n");
    apply("mem cache/queue.py", "x\n", "y\n");
    apply("no-end.py", "x\ny", "x\nz");
    apply("emptied.py", "x\n", "");
    apply("wide.py", "取り出す = 1\n", "取り出す = 2\n");
  }

  private void apply(String path, String before, String after) throws IOException, GitAPIException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, before);
    try (Git git = Git.init().setDirectory(folder.toFile()).call()) {
      byte[] diff = UnifiedDiff.of(path, before, after).getBytes(StandardCharsets.UTF_8);
      git.apply().setPatch(new ByteArrayInputStream(diff)).call();
    }
    assertEquals(after, Files.readString(file), path);
  }
}
