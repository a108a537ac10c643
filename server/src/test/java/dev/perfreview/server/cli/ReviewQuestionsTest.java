package dev.perfreview.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.perfreview.server.cli.Program.Run;
import dev.perfreview.server.git.TestRepository;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a review asks the author of a change about: things that are no pitfall where they are, and worth a question where they are new. */
class ReviewQuestionsTest {

  private static final String SCHEDULER = "python/sglang/srt/managers/scheduler.py";

  private static final String BEFORE = """
  import json
  import orjson
  import pickle
  import threading


  class Scheduler:
      def __init__(self):
          self.lock = threading.Lock()
          self.other = threading.Lock()

      def event_loop_normal(self):
          while True:
              self.run(self.request)

      def run(self, request):
          request.run()
  """;

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

  @Test
  void areAskedOnceAFunction() throws IOException {
    write("request.send(pickle.dumps(request.body))", "request.send(pickle.dumps(request.head))");
    assertEquals(List.of("new added-serialization 17"), questions());
    write(
      "with self.lock:",
      "    request.run()",
      "with self.lock:",
      "    request.end()",
      "with self.other:",
      "    request.go()"
    );
    assertEquals(List.of("new added-lock 17"), questions());
  }

  @Test
  void areNotAskedOfWhatTakesTheOldOnesPlace() throws IOException, GitAPIException {
    write("json.dumps(request.body)");
    files.commit("json");
    write("orjson.dumps(request.body)");
    assertEquals(List.of("known added-serialization 17"), questions());
    write("request.send(pickle.dumps([1, 2]), flags=0)");
    assertEquals(List.of(), questions());
  }

  @Test
  void areNotAskedOfALockThatTheFunctionTakesAnyway() throws IOException, GitAPIException {
    write("with self.lock:", "    request.run()");
    files.commit("lock");
    write("with self.lock:", "    request.run()", "with self.lock:", "    request.end()");
    assertEquals(List.of("known added-lock 17"), questions());
    write("with self.lock:", "    request.run()", "with self.other:", "    request.end()");
    assertEquals(List.of("new added-lock 19", "known added-lock 17"), questions());
  }

  @Test
  void areAskedOnceAFunctionThatTheChangeMakesHot() throws IOException, GitAPIException {
    String helper = "python/sglang/srt/utils/helpers.py";
    files
      .write(
        helper,
        """
        import threading

        lock = threading.Lock()


        def store(request):
            with lock:
                request.run()
            with lock:
                request.end()
        """
      )
      .commit("helper");
    files.write(
      SCHEDULER,
      BEFORE.replace("import threading", "import threading\nfrom sglang.srt.utils.helpers import store").replace(
        "request.run()",
        "store(request)"
      )
    );
    assertEquals(List.of("new added-lock 7"), questions());
  }

  /** Makes lines the body of the function that runs on each step, the first of them on line 17. */
  private void write(String... lines) throws IOException {
    files.write(SCHEDULER, BEFORE.replace("request.run()", String.join("\n        ", lines)));
  }

  private static int line(JsonObject finding) {
    return finding.getAsJsonObject("range").get("startLine").getAsInt();
  }

  /** State, rule and line of what change-only rules found. */
  private List<String> questions() {
    Run run = Program.run(folder, "review", "--worktree", "--format", "json", "--min-impact", "negligible");
    assertEquals("", run.err());
    return JsonParser.parseString(run.out())
      .getAsJsonObject()
      .getAsJsonArray("findings")
      .asList()
      .stream()
      .map(JsonElement::getAsJsonObject)
      .filter(finding -> finding.get("rule").getAsString().startsWith("added-"))
      .map(
        finding -> finding.get("state").getAsString() + " " + finding.get("rule").getAsString() + " " + line(finding)
      )
      .toList();
  }
}
