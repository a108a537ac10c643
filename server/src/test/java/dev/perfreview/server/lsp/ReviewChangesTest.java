package dev.perfreview.server.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.perfreview.server.git.TestRepository;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.WorkDoneProgressBegin;
import org.eclipse.lsp4j.WorkDoneProgressCancelParams;
import org.eclipse.lsp4j.WorkDoneProgressEnd;
import org.eclipse.lsp4j.WorkDoneProgressReport;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.WorkspaceFoldersChangeEvent;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code perfReview.reviewChanges} on a small scheduler. */
class ReviewChangesTest {

  private static final String SCHEDULER = "python/sglang/srt/managers/scheduler.py";
  private static final String BEFORE = """
  class Scheduler:
      def __init__(self):
          self.waiting = []

      def event_loop_normal(self):
          while True:
              self.step()

      def step(self):
          self.run(self.waiting[0])
  """;
  private static final String AFTER = BEFORE.replace("self.waiting[0]", "self.waiting.pop(0)");
  private static final String SHOWING = "{ \"window\": { \"showDocument\": { \"support\": true } } }";

  private Path root = Path.of(".");
  private Path folder = Path.of(".");

  @AutoClose
  @SuppressWarnings("NullAway.Init") // set before each test
  private TestRepository files;

  @BeforeEach
  void makeRepository(@TempDir Path temporary) throws GitAPIException, IOException {
    root = temporary.toRealPath();
    folder = Files.createDirectory(root.resolve("code"));
    files = TestRepository.in(folder).write(SCHEDULER, BEFORE).commit("first");
  }

  @Test
  void takesWhatIsNotSavedAndShowsTheReport() throws IOException {
    try (TestSession session = session(Capabilities.of(SHOWING))) {
      session.open(uri(SCHEDULER), AFTER);
      session.awaitDiagnosticsOf(uri(SCHEDULER));
      JsonObject answer = review(session);
      assertEquals("significant", answer.get("impact").getAsString());
      assertEquals(counts(1, 1, 0, 0), answer.get("counts"));
      String markdown = answer.get("markdown").getAsString();
      assertTrue(markdown.contains("the working tree with what is not saved yet brings 1 finding"), markdown);
      assertTrue(markdown.contains("`" + SCHEDULER + ":10`"), markdown);
      assertEquals(folder.toString(), answer.getAsJsonArray("roots").get(0).getAsString());
      String report = answer.get("uri").getAsString();
      assertEquals(report, session.awaitShown());
      assertEquals(markdown, Files.readString(Path.of(URI.create(report))));
      assertFalse(Path.of(URI.create(report)).startsWith(root), "never into the workspace");

      session.change(uri(SCHEDULER), 2, TestSession.replacing(TestSession.range(0, 0, 99, 0), BEFORE));
      session.awaitDiagnosticsOf(uri(SCHEDULER));
      assertFalse(review(session).has("uri"), "there is no report of nothing");
      assertTrue(
        session
          .awaitMessage()
          .getMessage()
          .startsWith("perf-review: nothing has changed since the merge base with main"),
        "and the user is told"
      );
    }
  }

  @Test
  void takesABufferThatIsAsItWasForNoChangeWhateverTheDiskHolds() throws IOException {
    files.write(SCHEDULER, AFTER);
    try (TestSession session = session(Capabilities.none())) {
      assertEquals(counts(1, 1, 0, 0), review(session).get("counts"));
      session.open(uri(SCHEDULER), BEFORE);
      session.awaitDiagnosticsOf(uri(SCHEDULER));
      assertEquals(counts(0, 0, 0, 0), review(session).get("counts"));
      session.awaitMessage();
    }
  }

  @Test
  void takesFilesThatAreNotOnTheDiskAndLeavesIgnoredOnesOut() throws IOException, GitAPIException {
    files.write(".gitignore", "generated.py\n").write("generated.py", "x = 1\n").commit("second");
    try (TestSession session = session(Capabilities.none())) {
      for (String path : List.of("python/sglang/srt/managers/scheduler_two.py", "generated.py")) {
        session.open(uri(path), AFTER.replace("Scheduler", "Two"));
        session.awaitDiagnosticsOf(uri(path));
      }
      JsonObject answer = review(session);
      assertEquals(1, answer.getAsJsonObject("counts").get("files").getAsInt());
      assertTrue(answer.get("markdown").getAsString().contains("scheduler_two.py"));
    }
  }

  @Test
  void startsWhereItIsTold() throws IOException, GitAPIException {
    files.write(SCHEDULER, AFTER).commit("second").write("note.txt", "").commit("third");
    try (TestSession session = session(Capabilities.none())) {
      assertEquals(counts(2, 1, 0, 0), review(session, "HEAD~2").get("counts"));
      session.open(uri(SCHEDULER), BEFORE);
      session.awaitDiagnosticsOf(uri(SCHEDULER));
      assertEquals(counts(1, 1, 0, 0), review(session, "HEAD~2..HEAD~1").get("counts"), "a range knows no buffers");
      ResponseError unknown = errorOf(session, "no-such-branch");
      assertEquals(ResponseErrorCode.RequestFailed.getValue(), unknown.getCode());
      assertTrue(unknown.getMessage().startsWith("there is no commit `no-such-branch`"), unknown.getMessage());
    }
  }

  @Test
  void showsNothingWhenTheClientDoesThatItself() throws IOException {
    files.write(SCHEDULER, AFTER);
    try (TestSession session = session(Capabilities.of(SHOWING))) {
      assertTrue(review(session, null, uri(SCHEDULER), false).has("uri"));
    }
  }

  @Test
  void reviewsTheRepositoryThatIsMeant() throws IOException, GitAPIException {
    Path other = Files.createDirectory(root.resolve("other"));
    Path none = Files.createDirectory(root.resolve("none"));
    files.write(SCHEDULER, AFTER);
    try (TestRepository second = TestRepository.in(other); TestSession session = session(Capabilities.none())) {
      second.write("a.py", "x = 1\n").commit("first").write("b.py", "y = 2\n");
      session.server
        .getWorkspaceService()
        .didChangeWorkspaceFolders(
          new DidChangeWorkspaceFoldersParams(
            new WorkspaceFoldersChangeEvent(
              List.of(
                new WorkspaceFolder(other.toUri().toString(), "other"),
                new WorkspaceFolder(none.toUri().toString(), "none")
              ),
              List.of()
            )
          )
        );
      JsonObject all = review(session);
      assertEquals(counts(2, 1, 0, 0), all.get("counts"), "all folders with a repository");
      assertTrue(
        all
          .get("markdown")
          .getAsString()
          .contains("Repository `" + other + "`")
      );
      assertEquals(counts(1, 0, 0, 0), review(session, null, other.resolve("a.py").toUri().toString()).get("counts"));
      assertEquals(
        none + " lies in no git repository, so there is no change to review",
        errorOf(session, null, none.toUri().toString().replaceFirst("/$", "")).getMessage()
      );
    }
  }

  @Test
  void tellsWhenThereIsNoMainBranch() throws GitAPIException {
    files.rename("work");
    try (TestSession session = session(Capabilities.none())) {
      assertTrue(errorOf(session).getMessage().startsWith("there is no main branch to compare with"));
    }
  }

  @Test
  void refusesOtherArguments() {
    try (TestSession session = session(Capabilities.none())) {
      for (Object[] wrong : new Object[][] { { 7 }, { null, "untitled:one" }, { null, null, "yes" }, { List.of() } }) {
        assertEquals(ResponseErrorCode.InvalidParams.getValue(), errorOf(session, wrong).getCode());
      }
    }
  }

  @Test
  void followsTheEditorsSettings() throws IOException {
    files.write(SCHEDULER, AFTER);
    try (TestSession session = session(Capabilities.none())) {
      session.server
        .getWorkspaceService()
        .didChangeConfiguration(
          new DidChangeConfigurationParams(
            JsonParser.parseString("{\"perfReview\":{\"ruleLevels\":{\"list-pop-front\":\"off\"}}}")
          )
        );
      session.open(uri(SCHEDULER), AFTER);
      while (!session.awaitDiagnosticsOf(uri(SCHEDULER)).getDiagnostics().isEmpty()) {
        // Found before the settings were read.
      }
      assertEquals(counts(1, 0, 0, 0), review(session).get("counts"));
      session.client.diagnostics.clear();
    }
  }

  @Test
  void showsItsProgressAndCanBeGivenUp() throws IOException {
    files.write(SCHEDULER, AFTER);
    for (int file = 0; file < 20; file++) {
      files.write("python/sglang/srt/file" + file + ".py", AFTER);
    }
    try (TestSession session = session(Capabilities.none())) {
      ExecuteCommandParams wanted = new ExecuteCommandParams("perfReview.reviewChanges", List.of());
      wanted.setWorkDoneToken(Either.forLeft("mine"));
      TestSession.await(session.server.getWorkspaceService().executeCommand(wanted));
      assertEquals("perf-review: reviewing the change", ((WorkDoneProgressBegin) session.awaitProgress()).getTitle());
      assertEquals("index: 0 of 21 files", ((WorkDoneProgressReport) session.awaitProgress()).getMessage());
      while (!(session.awaitProgress() instanceof WorkDoneProgressEnd)) {
        // How far it has come.
      }
      var answer = session.server.getWorkspaceService().executeCommand(wanted);
      session.awaitProgress();
      session.server.cancelProgress(new WorkDoneProgressCancelParams(Either.forLeft("mine")));
      assertEquals(
        ResponseErrorCode.RequestCancelled.getValue(),
        assertThrows(ResponseErrorException.class, () -> TestSession.await(answer))
          .getResponseError()
          .getCode()
      );
      session.discardProgress();
    }
  }

  private TestSession session(ClientCapabilities capabilities) {
    TestSession session = new TestSession(new SlowCalls());
    session.initialize(capabilities, folder.toUri().toString());
    return session;
  }

  private String uri(String path) {
    return folder.resolve(path).toUri().toString();
  }

  private static JsonObject counts(int files, int brought, int gone, int known) {
    JsonObject counts = new JsonObject();
    counts.addProperty("files", files);
    counts.addProperty("new", brought);
    counts.addProperty("gone", gone);
    counts.addProperty("known", known);
    return counts;
  }

  private static JsonObject review(TestSession session, @Nullable Object... arguments) {
    List<Object> json = Arrays.stream(arguments)
      .<Object>map(argument -> argument == null ? JsonNull.INSTANCE : new Gson().toJsonTree(argument))
      .toList();
    Object answer = TestSession.await(
      session.server.getWorkspaceService().executeCommand(new ExecuteCommandParams("perfReview.reviewChanges", json))
    );
    // Integers stay integers, whatever LSP4J reads them as.
    return JsonParser.parseString(new Gson().toJson(answer)).getAsJsonObject();
  }

  private static ResponseError errorOf(TestSession session, @Nullable Object... arguments) {
    return assertThrows(ResponseErrorException.class, () -> review(session, arguments)).getResponseError();
  }
}
