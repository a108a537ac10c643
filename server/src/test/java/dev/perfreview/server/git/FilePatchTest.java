package dev.perfreview.server.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perfreview.server.report.UnifiedDiff;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FilePatchTest {

  private static FilePatch onlyOneOf(String diff) {
    List<FilePatch> files = FilePatch.allOf(diff.getBytes(StandardCharsets.UTF_8));
    assertEquals(1, files.size());
    return files.getFirst();
  }

  @Test
  void whatADiffSaysOfATextMakesTheOtherText() throws GitException {
    Random random = new Random(7);
    for (int round = 0; round < 300; round++) {
      String before = text(random);
      String after = edited(before, random);
      if (!before.equals(after)) {
        String diff = UnifiedDiff.of("a.py", before, after);
        assertEquals(after, onlyOneOf(diff).apply(before), diff);
      }
    }
  }

  @Test
  void aPathThatGitQuotesIsReadWithoutTheTabBehindIt() {
    String path = "\"b/a folder/sched\\303\\274ler.py\"";
    FileDifference file = onlyOneOf(
      "diff --git " +
        path.replace("b/", "a/") +
        " " +
        path +
        "\nnew file mode 100644\n--- /dev/null\n+++ " +
        path +
        "\t\n@@ -0,0 +1 @@\n+x = 1\n"
    ).difference();
    assertEquals("a folder/schedüler.py", file.path());
    assertNull(file.before());
  }

  private static String text(Random random) {
    int lines = random.nextInt(1, 40);
    String text = IntStream.range(0, lines)
      .mapToObj(line -> "line " + random.nextInt(9))
      .collect(Collectors.joining("\n"));
    return random.nextBoolean() ? text + "\n" : text;
  }

  private static String edited(String text, Random random) {
    List<String> lines = Arrays.asList(text.split("(?<=\n)", -1));
    StringBuilder result = new StringBuilder();
    for (String line : lines) {
      switch (random.nextInt(8)) {
        case 0 -> result.append("new\n").append(line);
        case 1 -> {
          // Gone.
        }
        default -> result.append(line);
      }
    }
    return result.isEmpty() ? "rest\n" : result.toString();
  }

  @Test
  void aHunkIsFoundWhereItsLinesHaveMoved() throws GitException {
    String before = "a\nb\nc\nd\ne\nf\ng\nh\n";
    String diff = UnifiedDiff.of("a.py", before, before.replace("e\n", "E\n"));
    assertEquals("x\ny\n" + before.replace("e\n", "E\n"), onlyOneOf(diff).apply("x\ny\n" + before));
  }

  @Test
  void lineEndsOfTheFileAreKept() throws GitException {
    String diff = UnifiedDiff.of("a.py", "a\nb\nc\n", "a\nB\nc\n");
    assertEquals("a\r\nB\r\nc\r\n", onlyOneOf(diff).apply("a\r\nb\r\nc\r\n"));
  }

  @Test
  void aHunkThatDoesNotFitIsNamed() {
    String diff = UnifiedDiff.of("a.py", "a\nb\nc\n", "a\nB\nc\n");
    GitException failure = assertThrows(GitException.class, () -> onlyOneOf(diff).apply("something else\n"));
    assertEquals("the patch does not fit a.py: its hunk at line 1 is not found there", failure.getMessage());
  }

  @Test
  void newDeletedAndRenamedFilesAreTold() {
    String diff = """
    diff --git a/new.py b/new.py
    new file mode 100644
    --- /dev/null
    +++ b/new.py
    @@ -0,0 +1 @@
    +x = 1
    diff --git a/old.py b/old.py
    deleted file mode 100644
    --- a/old.py
    +++ /dev/null
    @@ -1 +0,0 @@
    -x = 1
    diff --git a/here.py b/there.py
    similarity index 100%
    rename from here.py
    rename to there.py
    """;
    assertEquals(
      List.of(
        new FileDifference(null, "new.py", false),
        new FileDifference("old.py", null, false),
        new FileDifference("here.py", "there.py", true)
      ),
      FilePatch.allOf(diff.getBytes(StandardCharsets.UTF_8)).stream().map(FilePatch::difference).toList()
    );
  }

  @Test
  void aTextThatIsNoDiffHasNoFiles() {
    assertTrue(FilePatch.allOf("hello\nworld\n".getBytes(StandardCharsets.UTF_8)).isEmpty());
  }
}
