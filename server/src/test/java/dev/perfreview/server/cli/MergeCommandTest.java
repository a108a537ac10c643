package dev.perfreview.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perfreview.server.cli.Program.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergeCommandTest {

  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  Path folder;

  private Run merge(String... files) {
    String[] all = new String[files.length + 1];
    all[0] = "merge";
    System.arraycopy(files, 0, all, 1, files.length);
    return Program.run(folder, all);
  }

  private void report(String file, String format) throws IOException {
    Files.writeString(folder.resolve("a.py"), "x = 1\n");
    assertEquals(0, Program.run(folder, "check", "--format", format, "--output", file).status());
  }

  private void assertRefused(String message, String... files) {
    Run run = merge(files);
    assertEquals(2, run.status());
    assertEquals("", run.out());
    assertEquals("perf-review: " + message.replace("FOLDER", folder.toString()) + "\n", run.err());
  }

  @Test
  void theReportGoesToAFileWhereAsked() throws IOException {
    report("a.sarif", "sarif");
    Run run = merge("a.sarif", "a.sarif", "--output", "all.sarif");
    assertEquals(new Run(0, "", ""), run);
    assertEquals(Files.readString(folder.resolve("a.sarif")), Files.readString(folder.resolve("all.sarif")));
  }

  @Test
  void reportsInDifferentFormatsAreRefused() throws IOException {
    report("a.sarif", "sarif");
    report("b.json", "json");
    assertRefused("a.sarif and b.json are reports in different formats", "a.sarif", "b.json");
  }

  @Test
  void reportsOfDifferentVersionsAreRefused() throws IOException {
    for (String format : new String[] { "sarif", "json" }) {
      report("a", format);
      String other = Files.readString(folder.resolve("a")).replace("\"" + ProgramVersion.current() + "\"", "\"0.0.0\"");
      Files.writeString(folder.resolve("b"), other);
      assertRefused("a and b were written by different versions of perf-review", "a", "b");
    }
  }

  @Test
  void whatIsNoReportIsRefused() throws IOException {
    Files.writeString(folder.resolve("broken.json"), "{");
    Files.writeString(folder.resolve("list.json"), "[]");
    Files.writeString(folder.resolve("other.json"), "{\"a\": 1}");
    Files.writeString(folder.resolve("empty.sarif"), "{\"runs\": []}");
    Files.writeString(folder.resolve("later.json"), "{\"schema\": 99, \"findings\": []}");
    Files.writeString(folder.resolve("other.sarif"), "{\"runs\": [{\"tool\": {\"driver\": {\"name\": \"another\"}}}]}");
    Files.writeString(
      folder.resolve("half.sarif"),
      "{\"runs\": [{\"tool\": {\"driver\": {\"name\": \"perf-review\", \"version\": \"1\"}}, \"columnKind\": \"utf16CodeUnits\"}]}"
    );
    assertRefused("cannot read FOLDER/broken.json: it is no report in the format json or sarif", "broken.json");
    assertRefused("cannot read FOLDER/list.json: it is no report in the format json or sarif", "list.json");
    assertRefused("cannot read FOLDER/missing.json: it does not exist", "missing.json");
    Files.createDirectory(folder.resolve("reports"));
    assertRefused("cannot read FOLDER/reports: is a directory", "reports");
    assertRefused("other.json is no report of perf-review in the format json or sarif", "other.json");
    assertRefused("empty.sarif is no report of perf-review: it lacks «runs» where one has it", "empty.sarif");
    assertRefused("later.json is no report that this version of perf-review can read", "later.json");
    assertRefused("other.sarif was written by another tool", "other.sarif");
    assertRefused("half.sarif is no report of perf-review: it lacks «rules» where one has it", "half.sarif");
  }

  @Test
  void aReportIntoAFolderThatIsNotThereIsRefused() throws IOException {
    report("none.json", "json");
    assertEquals(
      "perf-review: cannot write " + folder.resolve("no/merged.json") + ": its folder does not exist\n",
      merge("none.json", "--output", "no/merged.json").err()
    );
  }

  @Test
  void withoutFilesItSaysWhatIsMissing() {
    Run run = merge();
    assertEquals(2, run.status());
    assertTrue(run.err().contains("FILE"), run.err());
  }
}
