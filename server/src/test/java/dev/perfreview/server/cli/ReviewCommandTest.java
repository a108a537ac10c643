package dev.perfreview.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
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

/** Changes to a small scheduler, reviewed from the command line. */
class ReviewCommandTest {

  private static final String SCHEDULER = "python/sglang/srt/managers/scheduler.py";
  private static final String HELPERS = "python/sglang/srt/utils/helpers.py";

  private static final String BEFORE = """
  import logging

  logger = logging.getLogger(__name__)


  class Scheduler:
      def __init__(self):
          self.waiting = []

      def add(self, request):
          self.waiting.append(request)

      def event_loop_normal(self):
          while True:
              self.step()

      def step(self):
          while self.waiting:
              self.run(self.waiting.pop(0))

      def run(self, request):
          request.run()
  """;

  private static final String POP = SCHEDULER + " list-pop-front significant";

  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  Path folder;

  @AutoClose
  @SuppressWarnings("NullAway.Init") // set before each test
  private TestRepository files;

  @BeforeEach
  void makeRepository() throws GitAPIException, IOException {
    files = TestRepository.in(folder).write(SCHEDULER, BEFORE).commit("first");
  }

  private Run review(String... arguments) {
    List<String> all = new ArrayList<>(List.of("review"));
    all.addAll(List.of(arguments));
    return Program.run(folder, all.toArray(String[]::new));
  }

  private JsonObject json(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--format", "json"));
    Run run = review(all.toArray(String[]::new));
    assertEquals("", run.err());
    return JsonParser.parseString(run.out()).getAsJsonObject();
  }

  /** The findings as "state path rule impact". */
  private static List<String> findings(JsonObject report) {
    List<String> findings = new ArrayList<>();
    for (JsonElement element : report.getAsJsonArray("findings")) {
      JsonObject finding = element.getAsJsonObject();
      findings.add(
        finding.get("state").getAsString() +
          " " +
          finding.get("path").getAsString() +
          " " +
          finding.get("rule").getAsString() +
          " " +
          finding.get("impact").getAsString()
      );
    }
    return findings;
  }

  private static String answer(JsonObject report, String question) {
    for (JsonElement element : report.getAsJsonArray("checklist")) {
      JsonObject answer = element.getAsJsonObject();
      if (answer.get("id").getAsString().equals(question)) {
        return answer.get("answer").getAsString();
      }
    }
    throw new AssertionError("no question " + question);
  }

  @Test
  void nothingChangedIsNegligible() {
    JsonObject report = json();
    assertEquals(List.of(), findings(report));
    assertEquals("negligible", report.get("impact").getAsString());
    assertEquals("no", answer(report, "hot-path"));
  }

  @Test
  void aNewPitfallIsBroughtAndDecidesTheImpactAndTheStatus() throws IOException {
    files.write(SCHEDULER, BEFORE.replace("request.run()", "request.run()\n        logger.debug(f\"ran {request}\")"));
    JsonObject report = json();
    assertEquals(List.of("new " + SCHEDULER + " eager-log-formatting minor", "known " + POP), findings(report));
    assertEquals("minor", report.get("impact").getAsString());
    assertEquals("yes", answer(report, "hot-path"));
    assertEquals("yes", answer(report, "allocations"));
    assertEquals("no", answer(report, "locks"));
    assertEquals(0, review().status());
    assertEquals(1, review("--fail-on", "minor").status());
  }

  @Test
  void aPitfallThatIsMendedIsGone() throws IOException {
    files.write(
      SCHEDULER,
      BEFORE.replace("import logging", "import logging\nfrom collections import deque")
        .replace("self.waiting = []", "self.waiting = deque()")
        .replace("pop(0)", "popleft()")
    );
    JsonObject report = json();
    assertEquals(List.of("gone " + POP), findings(report));
    assertEquals("negligible", report.get("impact").getAsString());
  }

  @Test
  void movedReformattedAndRenamedCodeIsNotNew() throws IOException {
    files.write(
      SCHEDULER,
      "\"\"\"The scheduler.\"\"\"\n\n" +
        BEFORE.replace(
          "self.run(self.waiting.pop(0))",
          "self.run(\n                self.waiting.pop( 0 ),\n            )"
        )
    );
    assertEquals(List.of("known " + POP), findings(json()));
    String moved = "python/sglang/srt/managers/scheduler_loop.py";
    files.delete(SCHEDULER).write(moved, BEFORE.replace("class Scheduler:", "class SchedulerLoop:"));
    JsonObject report = json();
    assertEquals(List.of("known " + moved + " list-pop-front significant"), findings(report));
    assertEquals(
      "moved from " + SCHEDULER,
      report.getAsJsonArray("files").get(0).getAsJsonObject().get("change").getAsString()
    );
  }

  @Test
  void aStatementThatWasEditedKeepsItsFinding() throws IOException, GitAPIException {
    String logged = BEFORE.replace("request.run()", "logger.debug(f\"run {request.rid} of {request.user}\")");
    files.write(SCHEDULER, logged).commit("log");
    files.write(SCHEDULER, logged.replace("{request.user}", "{request.user} now"));
    assertEquals(List.of("known " + POP, "known " + SCHEDULER + " eager-log-formatting minor"), findings(json()));
  }

  @Test
  void heatThatTheChangeMakesIsNewAlsoInAFileThatItDoesNotTouch() throws IOException, GitAPIException {
    String helpers = "def drain(parts: list):\n    while parts:\n        parts.pop(0)()\n";
    files.write(HELPERS, helpers).commit("helpers");
    files.write(
      SCHEDULER,
      BEFORE.replace("import logging", "import logging\n\nfrom sglang.srt.utils.helpers import drain").replace(
        "request.run()",
        "drain(request.parts)"
      )
    );
    JsonObject report = json();
    assertEquals(List.of("new " + HELPERS + " list-pop-front significant", "known " + POP), findings(report));
    assertEquals("minor", report.getAsJsonArray("findings").get(0).getAsJsonObject().get("impactBefore").getAsString());
  }

  @Test
  void aCallThatBlocksFromNowOnIsNewInTheCoroutineThatMakesIt() throws IOException, GitAPIException {
    String server = "server.py";
    files
      .write(HELPERS, "def load(name):\n    return name\n")
      .write(server, "from sglang.srt.utils.helpers import load\n\n\nasync def answer(name):\n    return load(name)\n")
      .commit("server");
    files.write(HELPERS, "import time\n\n\ndef load(name):\n    time.sleep(1)\n    return name\n");
    JsonObject report = json();
    assertEquals(List.of("new " + server + " blocking-call-in-async moderate"), findings(report));
    assertEquals("yes", answer(report, "blocking"));
  }

  @Test
  void documentsOnlyAreNegligible() throws IOException {
    files.write("README.md", "# Read me\n");
    JsonObject report = json();
    assertEquals(List.of(), findings(report));
    assertEquals("negligible", report.get("impact").getAsString());
    assertEquals("no", answer(report, "hot-path"));
    assertEquals("no", answer(report, "benchmark"));
  }

  @Test
  void aDeletedFileEndsItsFindings() throws IOException {
    files.delete(SCHEDULER);
    assertEquals(List.of("gone " + POP), findings(json()));
  }

  @Test
  void theStagedTheUncommittedAndARangeAreDifferentChanges() throws IOException, GitAPIException {
    files.branch("work");
    String log = BEFORE.replace("request.run()", "request.run()\n        logger.debug(f\"ran {request}\")");
    files.write(SCHEDULER, log).commit("log");
    files.write(SCHEDULER, log + "# staged\n").stage();
    files.write(SCHEDULER, log.replace("request.run()", "open(\"log\").write(request)"));
    String eager = " " + SCHEDULER + " eager-log-formatting minor";
    assertTrue(findings(json()).contains("new" + eager));
    assertTrue(findings(json("main..work")).contains("new" + eager));
    assertTrue(findings(json("main...HEAD")).contains("new" + eager));
    assertTrue(findings(json("--staged")).contains("known" + eager));
    assertTrue(findings(json("--worktree")).contains("known" + eager));
    assertTrue(findings(json("main", "--staged")).contains("new" + eager));
    assertEquals(List.of("gone" + eager, "known " + POP), findings(json("work..main")));
  }

  @Test
  void aPatchIsReviewedWithoutChangingAFile() throws IOException {
    String patch = """
    --- a/%s
    +++ b/%s
    @@ -20,3 +20,4 @@

         def run(self, request):
             request.run()
    +        logger.debug(f"ran {request}")
    """.formatted(SCHEDULER, SCHEDULER);
    Files.writeString(folder.resolve("change.patch"), patch);
    assertEquals(
      List.of("new " + SCHEDULER + " eager-log-formatting minor", "known " + POP),
      findings(json("--patch", "change.patch"))
    );
    assertEquals(BEFORE, Files.readString(folder.resolve(SCHEDULER)));
  }

  @Test
  void aPatchThatDoesNotFitOrLeadsOutIsRefused() throws IOException {
    Files.writeString(folder.resolve("change.patch"), "--- a/x.py\n+++ b/../../x.py\n@@ -1 +1 @@\n-a\n+b\n");
    Run outside = review("--patch", "change.patch");
    assertEquals(2, outside.status());
    assertTrue(outside.err().contains("lies outside"), outside.err());
    Files.writeString(folder.resolve("change.patch"), "nothing\n");
    assertEquals("perf-review: change.patch holds no unified diff\n", review("--patch", "change.patch").err());
  }

  @Test
  void aBenchmarkIsFoundInTheChangeItsCommitsOrTheNote() throws IOException, GitAPIException {
    assertEquals("yes", answer(json("--benchmark-note", "1.3 times the throughput"), "benchmark"));
    files.branch("work").write("benchmark/bench_queue.py", "x = 1\n");
    assertEquals("yes", answer(json(), "benchmark"));
    files.delete("benchmark/bench_queue.py").write("x.py", "x = 1\n").commit("Faster\n\nthroughput 1200 -> 1500 tok/s");
    assertEquals("yes", answer(json(), "benchmark"));
    assertEquals("no", answer(json("--worktree"), "benchmark"));
  }

  @Test
  void codeOfALanguageThatIsNotReadLeavesQuestionsOpen() throws IOException {
    files.write("csrc/kernel.cu", "__global__ void f() {}\n");
    assertEquals("unknown", answer(json(), "locks"));
    assertEquals("unknown", answer(json(), "hot-path"));
  }

  @Test
  void aFileThatCannotBeReadIsToldAndTheRestReviewed() throws IOException {
    Files.write(folder.resolve("binary.py"), new byte[] { 'x', 0 });
    Run run = review();
    assertEquals(2, run.status());
    assertEquals("perf-review: binary.py is a binary file\n", run.err());
  }

  @Test
  void outsideARepositoryTheMessageSaysWhatElseThereIs(@TempDir Path other) {
    Run run = Program.run(other, "review");
    assertEquals(2, run.status());
    assertEquals(
      "perf-review: " + other + " lies in no git repository; --patch FILE reviews a diff without one\n",
      run.err()
    );
  }

  @Test
  void twoChangesAtOnceAreRefused() {
    assertEquals(2, review("--staged", "--worktree").status());
    assertEquals(2, review("main..main", "--staged").status());
  }
}
