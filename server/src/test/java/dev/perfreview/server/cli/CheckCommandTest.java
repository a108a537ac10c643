package dev.perfreview.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perfreview.server.cli.Program.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine's own rule about suppressions stands for any rule here: it needs no other. */
class CheckCommandTest {

  private static final String FINDING = "x = 1  # perf: ignore[unused-suppression-stand-in] nothing is slow here\n";
  private static final String CLEAN = "x = 1\n";

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
  void aCleanFileLeavesStatus0() throws IOException {
    write("a.py", CLEAN);
    assertEquals(new Run(0, "no findings in 1 file\n", ""), check());
  }

  @Test
  void aFindingBelowFailOnLeavesStatus0() throws IOException {
    write("a.py", FINDING);
    Run run = check("--min-impact", "negligible");
    assertEquals(0, run.status());
    assertTrue(run.out().startsWith("a.py:1:8: negligible: "), run.out());
  }

  @Test
  void aFindingAtFailOnLeavesStatus1AndIsShown() throws IOException {
    write("a.py", FINDING);
    Run run = check("--fail-on", "negligible");
    assertEquals(1, run.status());
    assertTrue(run.out().contains("[unused-suppression]"), run.out());
  }

  @Test
  void whatIsBelowTheLeastImpactIsCountedOnly() throws IOException {
    write("a.py", FINDING);
    assertEquals(
      "no findings in 1 file; 1 of lower impact not shown (--min-impact negligible shows all)\n",
      check("--min-impact", "minor").out()
    );
  }

  @Test
  void oneBrokenFileIsToldAndTheRestReviewed() throws IOException {
    Files.write(folder.resolve("latin.py"), new byte[] { 'x', (byte) 0xE9 });
    Files.write(folder.resolve("binary.rs"), new byte[] { 'x', 0 });
    write("good.py", FINDING);
    Run run = check("--fail-on", "negligible");
    assertEquals(2, run.status());
    assertEquals("perf-review: binary.rs is a binary file\nperf-review: latin.py is not UTF-8\n", run.err());
    assertTrue(run.out().contains("good.py:1:8"), run.out());
  }

  @Test
  void whatIsNotThereIsWrongUse() {
    Run run = check("nowhere", "notes.txt");
    assertEquals(2, run.status());
    assertEquals("perf-review: nowhere does not exist\nperf-review: notes.txt does not exist\n", run.err());
  }

  @Test
  void aFileOfAnotherLanguageIsWrongUse() throws IOException {
    write("notes.txt", "");
    Run run = check("notes.txt");
    assertEquals(2, run.status());
    assertEquals("perf-review: notes.txt is neither Python nor Rust by its name\n", run.err());
  }

  @Test
  void aSyntaxErrorIsNoFailure() throws IOException {
    write("a.py", "def (:\n    x ===\n");
    assertEquals(0, check().status());
  }

  @Test
  void aRuleThatIsNotThereIsWrongUseWithAGuess() {
    Run run = check("--select", "unused-supression");
    assertEquals(2, run.status());
    assertEquals(
      "perf-review: there is no rule unused-supression (did you mean unused-suppression?); `perf-review rules` lists them\n",
      run.err()
    );
  }

  @Test
  void rulesCanBeSelectedAndIgnored() throws IOException {
    write("a.py", FINDING);
    assertEquals(1, check("--fail-on", "negligible", "--select", "unused-suppression").status());
    assertEquals(0, check("--fail-on", "negligible", "--select", "ineffective-pragma").status());
    assertEquals(0, check("--fail-on", "negligible", "--ignore", "unused-suppression").status());
  }

  @Test
  void aBaselineSurvivesLinesThatMove() throws IOException {
    write("a.py", FINDING);
    assertEquals(0, check("--format", "json", "--min-impact", "negligible", "--output", "known.json").status());
    write("a.py", "import os\n\n\n" + FINDING);
    Run same = check("--fail-on", "negligible", "--baseline", "known.json");
    assertEquals(new Run(0, "no findings in 1 file; 1 known from the baseline\n", ""), same);
    write("a.py", FINDING + FINDING);
    Run one = check("--fail-on", "negligible", "--baseline", "known.json");
    assertEquals(1, one.status());
    assertTrue(one.out().contains("a.py:2:8"), one.out());
    assertFalse(one.out().contains("a.py:1:8"), one.out());
  }

  @Test
  void whatIsNoReportIsNoBaseline() throws IOException {
    write("other.json", "{\"findings\": []}");
    write("broken.json", "[1");
    for (String name : new String[] { "other.json", "broken.json", "missing.json" }) {
      Run run = check("--baseline", name);
      assertEquals(2, run.status(), name);
      assertTrue(run.err().startsWith("perf-review: cannot read the baseline "), run.err());
    }
  }

  @Test
  void filesComeInTheOrderOfTheirPathsAndOnce() throws IOException {
    write("b/two.rs", "// perf: ignore[x] y\nfn f() {}\n");
    write("a.py", FINDING);
    write("b/one.py", FINDING);
    Run run = check("--min-impact", "negligible", "b", ".", "a.py");
    assertEquals(
      List.of("a.py:1:8:", "b/one.py:1:8:", "b/two.rs:1:1:"),
      run
        .out()
        .lines()
        .filter(line -> line.matches("\\S+:\\d+:\\d+: .*"))
        .map(line -> line.substring(0, line.indexOf(' ')))
        .toList()
    );
  }

  @Test
  void coloursFollowTheTerminalAndTheOption() throws IOException {
    write("a.py", FINDING);
    Terminal terminal = new Terminal(true, false, true, 80);
    Terminal withoutColours = new Terminal(true, false, false, 80);
    String[] command = { "check", "--min-impact", "negligible" };
    String[] always = { "--color", "always", "check", "--min-impact", "negligible" };
    String[] never = { "check", "--color=never", "--min-impact", "negligible" };
    assertTrue(Program.run(folder, terminal, command).out().contains("\u001b["));
    assertFalse(Program.run(folder, withoutColours, command).out().contains("\u001b["));
    assertFalse(Program.run(folder, command).out().contains("\u001b["));
    assertTrue(Program.run(folder, always).out().contains("\u001b["));
    assertFalse(Program.run(folder, terminal, never).out().contains("\u001b["));
  }

  /** Writes a coroutine that blocks through a function of another file. */
  private void writeBlockingAcrossFiles() throws IOException {
    write("app/server.py", "from app.loaders import back_off\n\n\nasync def handle(request):\n    back_off(request)\n");
    write("app/loaders.py", "import time\n\n\ndef back_off(request):\n    time.sleep(1)\n");
  }

  @Test
  void knowsTheFilesAroundAFileThatIsNamed() throws IOException {
    writeBlockingAcrossFiles();
    Run run = check("--select", "blocking-call-in-async", "app/server.py");
    assertTrue(run.out().contains("app/server.py:5:5:"), run.out());
    assertTrue(run.out().contains("1 finding in 1 file"), run.out());
  }

  @Test
  void knowsOnlyTheNamedFilesWhereNothingMarksAProject() throws IOException {
    writeBlockingAcrossFiles();
    Files.delete(folder.resolve(".git"));
    Run alone = check("--select", "blocking-call-in-async", "app/server.py");
    assertEquals("no findings in 1 file\n", alone.out());
    Run together = check("--select", "blocking-call-in-async", "app/server.py", "app/loaders.py");
    assertTrue(together.out().contains("app/server.py:5:5:"), together.out());
  }
}
