package dev.perfreview.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.perfreview.analysis.AllRules;
import dev.perfreview.server.cli.Program.Run;
import dev.perfreview.server.report.Style;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {

  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  Path folder;

  @Test
  void helpAndVersionLeaveStatus0() {
    assertEquals(new Run(0, "perf-review development\n", ""), Program.run(folder, "--version"));
    for (String command : new String[] { "check", "server", "explain", "rules", "hot-paths", "doctor" }) {
      Run help = Program.run(folder, command, "--help");
      assertEquals(0, help.status(), command);
      assertTrue(help.out().contains("Usage: perf-review " + command), help.out());
    }
  }

  @Test
  void aCommandThatIsNotThereIsWrongUseWithAGuess() {
    Run run = Program.run(folder, "chek");
    assertEquals(2, run.status());
    assertTrue(run.err().contains("Did you mean: perf-review check?"), run.err());
  }

  @Test
  void noCommandIsWrongUse() {
    Run run = Program.run(folder);
    assertEquals(2, run.status());
    assertTrue(run.err().startsWith("perf-review: which command?"), run.err());
  }

  @Test
  void rulesListsEveryRule() {
    Run text = Program.run(folder, "rules");
    assertEquals(AllRules.infos().size(), text.out().lines().count());
    JsonArray json = JsonParser.parseString(Program.run(folder, "rules", "--format", "json").out()).getAsJsonArray();
    assertEquals(AllRules.infos().size(), json.size());
    assertEquals(AllRules.infos().getFirst().id(), json.get(0).getAsJsonObject().get("id").getAsString());
  }

  @Test
  void doctorFindsNothingWrongHere() {
    Run run = Program.run(folder, "doctor");
    assertEquals(0, run.status(), run.out());
    assertTrue(run.out().contains("tree-sitter-python: "), run.out());
  }

  @Test
  void hotPathsTellsWhyAFileIsHot() throws IOException {
    assertTrue(Program.run(folder, "hot-paths").out().contains("sglang-scheduler"));
    Path file = Files.createDirectories(folder.resolve("sglang/srt/managers")).resolve("scheduler.py");
    Files.writeString(file, "class Scheduler:\n    def run_batch(self):\n        pass\n");
    Run run = Program.run(folder, "hot-paths", "sglang/srt/managers/scheduler.py");
    assertEquals(0, run.status());
    assertTrue(run.out().contains("sglang-scheduler (step): its glob `srt/managers/scheduler*.py` matches"), run.out());
    assertTrue(run.out().contains("2     step      Scheduler.run_batch  runs on every scheduler step"), run.out());
  }

  @Test
  void hotPathsIsReadByProgramsToo() throws IOException {
    JsonArray all = JsonParser.parseString(Program.run(folder, "hot-paths", "--format", "json").out()).getAsJsonArray();
    assertTrue(
      all
        .asList()
        .stream()
        .anyMatch(entry -> entry.toString().contains("\"sglang-scheduler\",\"heat\":\"step\""))
    );
    Path file = Files.createDirectories(folder.resolve("sglang/srt/managers")).resolve("scheduler.py");
    Files.writeString(file, "class Scheduler:\n    def run_batch(self):\n        pass\n");
    Run run = Program.run(folder, "hot-paths", "--format", "json", "sglang/srt/managers/scheduler.py");
    JsonObject told = JsonParser.parseString(run.out()).getAsJsonArray().get(0).getAsJsonObject();
    assertEquals("sglang/srt/managers/scheduler.py", told.get("path").getAsString());
    assertTrue(told.getAsJsonArray("hotPaths").contains(new JsonPrimitive("sglang-scheduler")), run.out());
    JsonObject function = told.getAsJsonArray("functions").get(0).getAsJsonObject();
    assertEquals("Scheduler.run_batch", function.get("name").getAsString());
    assertEquals(2, function.get("line").getAsInt());
    assertEquals("step", function.get("heat").getAsString());
    assertTrue(function.get("reason").getAsString().startsWith("runs on every scheduler step"), run.out());
  }

  @Test
  void hotPathsOfNoFileIsWrongUse() {
    Run run = Program.run(folder, "hot-paths", "nowhere.py");
    assertEquals(2, run.status());
    assertTrue(run.err().endsWith("nowhere.py does not exist\n"), run.err());
  }

  @Test
  void explainShowsTheDocument() {
    Run run = Program.run(folder, "explain", "unused-suppression");
    assertEquals(0, run.status(), run.err());
    assertTrue(run.out().startsWith("# unused-suppression\n"), run.out());
  }

  @Test
  void explainGuessesWhatWasMeant() {
    Run run = Program.run(folder, "explain", "unused-supression");
    assertEquals(2, run.status());
    assertTrue(run.err().contains("did you mean unused-suppression?"), run.err());
  }

  @Test
  void documentsReadWellWithAndWithoutColours() {
    String markdown = """
    # list-pop-front

    Use `popleft`, **not** [this](https://example.org).

    ```python
    queue.popleft()
    ```
    <!-- measured -->
    """;
    assertEquals(markdown.replace("<!-- measured -->\n", ""), new MarkdownOnTerminal(Style.PLAIN).render(markdown));
    assertEquals(
      """
      \u001b[1mlist-pop-front\u001b[0m

      Use \u001b[36mpopleft\u001b[0m, \u001b[1mnot\u001b[0m this \u001b[2m(https://example.org)\u001b[0m.

          \u001b[36mqueue.popleft()\u001b[0m
      """,
      new MarkdownOnTerminal(Style.COLOURED).render(markdown)
    );
  }
}
