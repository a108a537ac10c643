package dev.perfreview.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perfreview.server.cli.Program.Run;
import dev.perfreview.server.git.TestRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Living with old code: what is known already, and what was not changed, is not shown again. */
class OldCodeTest {

  private static final String DRAIN = """
  def drain(queue: list):
      while queue:
          queue.pop(0)()
  """;

  private static final String KNOWN = """
  {
    "schema": 1,
    "findings": [
      {"path":"a.py","rule":"list-pop-front","code":"queue.pop(0)"}
    ]
  }
  """;

  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  Path folder;

  @AutoClose
  @SuppressWarnings("NullAway.Init") // set before each test
  private TestRepository files;

  @BeforeEach
  void makeRepository() throws GitAPIException, IOException {
    files = TestRepository.in(folder).write("a.py", DRAIN).commit("first");
  }

  private Run check(String... arguments) {
    List<String> all = new ArrayList<>(List.of("check", "--fail-on", "minor"));
    all.addAll(List.of(arguments));
    return Program.run(folder, all.toArray(String[]::new));
  }

  private static List<String> places(Run run) {
    return run
      .out()
      .lines()
      .filter(line -> line.matches("\\S+:\\d+:\\d+: .*"))
      .map(line -> line.substring(0, line.indexOf(": ")))
      .toList();
  }

  @Test
  void theBaselineHoldsALineForEachFinding() throws IOException {
    Run run = Program.run(folder, "baseline");
    assertEquals(new Run(0, "perf-review-baseline.json holds 1 finding in 1 file\n", ""), run);
    assertEquals(KNOWN, Files.readString(folder.resolve("perf-review-baseline.json")));
    assertEquals(0, check("--baseline", "perf-review-baseline.json").status());
  }

  @Test
  void whatIsKnownIsKnownAgainAfterEditsAroundItAndInAnotherFile() throws IOException {
    Program.run(folder, "baseline", "--output", "known.json");
    files.write("a.py", "import os\n\n\n" + DRAIN.replace("queue.pop(0)", "queue.pop( 0, )"));
    assertEquals("no findings in 1 file; 1 known from the baseline\n", check("--baseline", "known.json").out());
    files.delete("a.py").write("lib/b.py", "# moved\n" + DRAIN);
    assertEquals("no findings in 1 file; 1 known from the baseline\n", check("--baseline", "known.json").out());
  }

  @Test
  void eachLineStandsForOneFinding() throws IOException {
    Program.run(folder, "baseline", "--output", "known.json");
    files.write("a.py", DRAIN + "\n\n" + DRAIN.replace("drain", "drain_again"));
    assertEquals(List.of("a.py:8:9"), places(check("--baseline", "known.json")));
    files.write("a.py", DRAIN).write("0.py", DRAIN);
    assertEquals(List.of("0.py:3:9"), places(check("--baseline", "known.json")));
  }

  @Test
  void aReportInJsonIsABaselineToo() throws IOException {
    check("--format", "json", "--output", "known.json");
    files.write("a.py", "import os\n" + DRAIN);
    assertEquals(0, check("--baseline", "known.json").status());
  }

  @Test
  void aBaselineInAnotherFolderTellsPathsFromThere() throws IOException {
    Files.createDirectory(folder.resolve("ci"));
    Program.run(folder, "baseline", "--output", "ci/known.json");
    assertTrue(Files.readString(folder.resolve("ci/known.json")).contains("\"path\":\"../a.py\""));
    assertEquals(0, check("--baseline", "ci/known.json").status());
  }

  @Test
  void onlyChangedLinesAreShownWhereThatIsAskedFor() throws IOException, GitAPIException {
    files.branch("work");
    assertEquals(0, check("--changed").status());
    files
      .write("a.py", "import os\n\n\n" + DRAIN + "\n\n" + DRAIN.replace("drain", "drain_again"))
      .write("b.py", DRAIN);
    assertEquals(List.of("a.py:11:9", "b.py:3:9"), places(check("--changed")));
    files.commit("second");
    assertEquals(List.of("a.py:11:9", "b.py:3:9"), places(check("--changed")));
    assertEquals(List.of(), places(check("--changed", "--base", "HEAD")));
  }

  @Test
  void whatChangedCannotBeToldOutsideARepository(@TempDir Path other) {
    Run run = Program.run(other, "check", "--changed");
    assertEquals(2, run.status());
    assertTrue(run.err().contains("lies in no git repository"), run.err());
    assertEquals(2, check("--base", "HEAD").status());
  }
}
