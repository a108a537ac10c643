package dev.perfreview.server.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.perfreview.server.lsp.session.FileAnalyzer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.FileChangeType;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.WorkDoneProgressBegin;
import org.eclipse.lsp4j.WorkDoneProgressCancelParams;
import org.eclipse.lsp4j.WorkspaceDiagnosticParams;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.WorkspaceFoldersChangeEvent;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {

  private Path folder = Path.of(".");

  @BeforeEach
  void write(@TempDir Path temporary) throws IOException {
    folder = temporary.toRealPath();
    Files.createDirectories(folder.resolve("srt"));
    Files.writeString(folder.resolve("srt/a.py"), "slow()\n");
    Files.writeString(folder.resolve("srt/b.py"), "slow(); dull()\n");
    Files.writeString(folder.resolve("srt/clean.py"), "fast()\n");
    Files.writeString(folder.resolve("other.py"), "slow()\n");
  }

  @Test
  void scanWorkspaceShowsWhatIsFoundInFilesThatAreNotOpen() {
    try (TestSession session = session(Capabilities.all())) {
      session.open(uri("srt/a.py"), "fast()\n");
      session.awaitDiagnostics();
      assertEquals(
        JsonParser.parseString("{\"files\":3,\"filesWithFindings\":2,\"findings\":{\"error\":2,\"hint\":1}}"),
        run(session, "perfReview.scanWorkspace")
      );
      assertEquals(Map.of(uri("srt/b.py"), 2, uri("other.py"), 1), published(session, 2));
      assertEquals(
        "perf-review reviewed 3 files that are not open: 2 errors, 1 hint in 2 of them",
        session.awaitMessage().getMessage()
      );
    }
  }

  @Test
  void scanWorkspaceLooksInTheFoldersNamedOnly() {
    try (TestSession session = session(Capabilities.all())) {
      run(session, "perfReview.scanWorkspace", new JsonPrimitive(uri("srt")));
      assertEquals(Map.of(uri("srt/a.py"), 1, uri("srt/b.py"), 2), published(session, 2));
      session.awaitMessage();
      assertEquals(
        ResponseErrorCode.InvalidParams.getValue(),
        errorOf(session, "perfReview.scanWorkspace", new JsonPrimitive(7))
      );
    }
  }

  @Test
  void whatTheScanFoundGivesWayToTheOpenDocumentAndComesBack() throws IOException {
    try (TestSession session = session(Capabilities.all())) {
      scan(session);
      session.open(uri("srt/a.py"), "slow(); slow(); slow()\n");
      assertEquals(Map.of(uri("srt/a.py"), 3), published(session, 1));
      session.close(uri("srt/a.py"));
      assertEquals(Map.of(uri("srt/a.py"), 0), published(session, 1));
      assertEquals(Map.of(uri("srt/a.py"), 1), published(session, 1), "what is on the disk");

      Files.delete(folder.resolve("srt/b.py"));
      session.changedOnDisk(uri("srt/b.py"), FileChangeType.Deleted);
      assertEquals(Map.of(uri("srt/b.py"), 0), published(session, 1), "of a file that is gone");
      Files.writeString(folder.resolve("srt/clean.py"), "slow()\n");
      session.changedOnDisk(uri("srt/clean.py"), FileChangeType.Changed);
      assertEquals(Map.of(uri("srt/clean.py"), 1), published(session, 1), "of a file that changed");
    }
  }

  @Test
  void whatTheScanFoundFollowsSettingsAndFolders() {
    try (TestSession session = session(Capabilities.all())) {
      scan(session);
      session.server
        .getWorkspaceService()
        .didChangeConfiguration(
          new DidChangeConfigurationParams(JsonParser.parseString("{\"perfReview\":{\"minimumImpact\":\"minor\"}}"))
        );
      assertEquals(
        Map.of(uri("srt/a.py"), 1, uri("srt/b.py"), 1, uri("other.py"), 1),
        published(session, 3),
        "without the negligible one"
      );
      session.server
        .getWorkspaceService()
        .didChangeWorkspaceFolders(
          new DidChangeWorkspaceFoldersParams(
            new WorkspaceFoldersChangeEvent(
              List.of(),
              List.of(new WorkspaceFolder(folder.toUri().toString(), "workspace"))
            )
          )
        );
      assertEquals(Map.of(uri("srt/a.py"), 0, uri("srt/b.py"), 0, uri("other.py"), 0), published(session, 3));
    }
  }

  @Test
  void scanWorkspaceShowsItsProgressAndCanBeGivenUp() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    FileAnalyzer sound = new SlowCalls();
    FileAnalyzer endless = (path, syntax, settings, cancellation) -> {
      while (path.endsWith("b.py")) {
        begun.countDown();
        if (cancellation.isCancelled()) {
          throw new CancellationException();
        }
        Thread.onSpinWait();
      }
      return sound.analyze(path, syntax, settings, cancellation);
    };
    try (TestSession session = new TestSession(endless)) {
      session.initialize(Capabilities.of("{ \"window\": { \"workDoneProgress\": true } }"), folder.toUri().toString());
      session.discardProgress();
      var answer = session.server
        .getWorkspaceService()
        .executeCommand(new ExecuteCommandParams("perfReview.scanWorkspace", List.of()));
      begun.await();
      session.server.cancelProgress(new WorkDoneProgressCancelParams(tokenOfScan(session)));
      assertEquals(
        ResponseErrorCode.RequestCancelled.getValue(),
        assertThrows(ResponseErrorException.class, () -> TestSession.await(answer))
          .getResponseError()
          .getCode()
      );
      session.client.diagnostics.clear();
    }
  }

  /** Waits for the scan to announce itself: its message may arrive after its work has begun. */
  private static Either<String, Integer> tokenOfScan(TestSession session) throws InterruptedException {
    while (true) {
      ProgressParams progress = session.client.progress.poll(10, TimeUnit.SECONDS);
      assertNotNull(progress, "the scan does not tell that it begins");
      if (
        progress.getValue().getLeft() instanceof WorkDoneProgressBegin begin &&
        begin.getTitle().equals("perf-review: reviewing the workspace") &&
        begin.getCancellable()
      ) {
        return progress.getToken();
      }
    }
  }

  @Test
  void scanWorkspacePushesNothingToAClientThatPullsTheWorkspace() {
    try (TestSession session = session(Capabilities.pulling())) {
      TestSession.await(session.server.getWorkspaceService().diagnostic(new WorkspaceDiagnosticParams(List.of())));
      run(session, "perfReview.scanWorkspace");
      session.awaitMessage();
      assertEquals(Set.of(), Set.copyOf(session.client.diagnostics));
    }
  }

  @Test
  void explainAnswersThePageOfARule() {
    try (TestSession session = session(Capabilities.all())) {
      String page = run(session, "perfReview.explain", new JsonPrimitive("list-pop-front")).getAsString();
      assertTrue(page.startsWith("# list-pop-front\n"), page);
      String both = run(session, "perfReview.explain", new JsonPrimitive("blocking-call-in-async")).getAsString();
      String rust = run(
        session,
        "perfReview.explain",
        new JsonPrimitive("blocking-call-in-async"),
        new JsonPrimitive("rust")
      ).getAsString();
      assertTrue(both.contains(rust) && both.length() > rust.length());
      assertEquals(
        ResponseErrorCode.InvalidParams.getValue(),
        errorOf(session, "perfReview.explain", new JsonPrimitive("list-pop"))
      );
      assertEquals(ResponseErrorCode.InvalidParams.getValue(), errorOf(session, "perfReview.explain"));
    }
  }

  @Test
  void restartReviewsEverythingAgain() {
    try (TestSession session = session(Capabilities.all())) {
      session.open(uri("srt/a.py"), "slow()\n");
      assertEquals(Map.of(uri("srt/a.py"), 1), published(session, 1));
      assertEquals(JsonNull.INSTANCE, run(session, "perfReview.restart"));
      assertEquals(Map.of(uri("srt/a.py"), 1), published(session, 1));
    }
  }

  @Test
  void thatAreNoneAnswerWithAnError() {
    try (TestSession session = session(Capabilities.all())) {
      assertEquals(ResponseErrorCode.InvalidParams.getValue(), errorOf(session, "perfReview.dance"));
    }
  }

  @Test
  void areAnnouncedWhereTheyAreImplementedHere() {
    try (TestSession session = new TestSession(new SlowCalls())) {
      assertEquals(
        List.of("perfReview.scanWorkspace", "perfReview.explain", "perfReview.reviewChanges"),
        session.initialize(Capabilities.all()).getCapabilities().getExecuteCommandProvider().getCommands()
      );
    }
  }

  private TestSession session(ClientCapabilities capabilities) {
    TestSession session = new TestSession(new SlowCalls());
    session.initialize(capabilities, folder.toUri().toString());
    session.discardProgress();
    return session;
  }

  private void scan(TestSession session) {
    run(session, "perfReview.scanWorkspace");
    assertEquals(Map.of(uri("srt/a.py"), 1, uri("srt/b.py"), 2, uri("other.py"), 1), published(session, 3));
    session.awaitMessage();
  }

  private String uri(String path) {
    return folder.resolve(path).toUri().toString().replaceFirst("/$", "");
  }

  private static JsonElement run(TestSession session, String command, JsonElement... arguments) {
    Object answer = TestSession.await(
      session.server
        .getWorkspaceService()
        .executeCommand(new ExecuteCommandParams(command, List.<Object>of((Object[]) arguments)))
    );
    return new Gson().toJsonTree(answer);
  }

  private static int errorOf(TestSession session, String command, JsonElement... arguments) {
    return assertThrows(ResponseErrorException.class, () -> run(session, command, arguments))
      .getResponseError()
      .getCode();
  }

  /** How many findings are shown for each file of the next messages. */
  private static Map<String, Integer> published(TestSession session, int messages) {
    Map<String, Integer> counts = new TreeMap<>();
    for (int message = 0; message < messages; message++) {
      PublishDiagnosticsParams published = session.awaitDiagnostics();
      counts.put(published.getUri(), published.getDiagnostics().size());
    }
    return counts;
  }
}
