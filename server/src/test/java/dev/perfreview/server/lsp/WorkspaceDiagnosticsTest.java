package dev.perfreview.server.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.perfreview.server.lsp.session.FileAnalyzer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.eclipse.lsp4j.DocumentDiagnosticParams;
import org.eclipse.lsp4j.FileChangeType;
import org.eclipse.lsp4j.PreviousResultId;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.WorkDoneProgressBegin;
import org.eclipse.lsp4j.WorkDoneProgressEnd;
import org.eclipse.lsp4j.WorkspaceDiagnosticParams;
import org.eclipse.lsp4j.WorkspaceDocumentDiagnosticReport;
import org.eclipse.lsp4j.WorkspaceFullDocumentDiagnosticReport;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceDiagnosticsTest {

  private Path folder = Path.of(".");

  @BeforeEach
  void write(@TempDir Path temporary) throws IOException {
    folder = temporary.toRealPath().resolve("ein ordner");
    Files.createDirectories(folder.resolve("srt"));
    Files.writeString(folder.resolve("srt/a.py"), "slow()\n");
    Files.writeString(folder.resolve("srt/b.py"), "x = '😀'; slow(); dull()\n");
    Files.writeString(folder.resolve("srt/clean.py"), "fast()\n");
    Files.writeString(folder.resolve("generated.py"), "slow()\n");
    Files.writeString(folder.resolve("binary.py"), "slow()\0");
    Files.writeString(folder.resolve("perf-review.toml"), "exclude = ['generated.py']\n");
  }

  @Test
  void areOfAllFilesOpenOrNot() {
    try (TestSession session = session(new SlowCalls())) {
      session.open(uri("srt/a.py"), "slow(); slow(); slow()\n");
      session.open("untitled:Untitled-1", "slow()\n");
      Map<String, WorkspaceFullDocumentDiagnosticReport> found = pull(session, List.of());
      assertEquals(3, found.size(), found.keySet().toString());
      assertEquals(3, of(found, uri("srt/a.py")).getItems().size());
      assertEquals(1, of(found, uri("srt/a.py")).getVersion());
      assertEquals(1, of(found, "untitled:Untitled-1").getItems().size());
      WorkspaceFullDocumentDiagnosticReport closed = of(found, uri("srt/b.py"));
      assertNull(closed.getVersion());
      assertEquals(TestSession.range(0, 10, 0, 14), closed.getItems().getFirst().getRange());
      assertEquals("slow-call", closed.getItems().getFirst().getCode().getLeft());
    }
  }

  @Test
  void areUnchangedWhereNothingChanged() throws IOException {
    try (TestSession session = session(new SlowCalls())) {
      List<PreviousResultId> known = ids(pull(session, List.of()));
      List<WorkspaceDocumentDiagnosticReport> again = items(session, known);
      assertEquals(2, again.size());
      again.forEach(item -> assertTrue(item.isWorkspaceUnchangedDocumentDiagnosticReport(), item.toString()));

      Files.writeString(folder.resolve("srt/a.py"), "slow(); slow()\n");
      Files.delete(folder.resolve("srt/b.py"));
      Map<String, WorkspaceFullDocumentDiagnosticReport> changed = pull(session, known);
      assertEquals(2, of(changed, uri("srt/a.py")).getItems().size());
      assertEquals(List.of(), of(changed, uri("srt/b.py")).getItems(), "of a file that is gone");
    }
  }

  @Test
  void comeInPartsWithProgress() throws IOException {
    for (int file = 0; file < 100; file++) {
      Files.writeString(folder.resolve("srt/many" + file + ".py"), "slow()\n");
    }
    try (TestSession session = session(new SlowCalls())) {
      WorkspaceDiagnosticParams parameters = new WorkspaceDiagnosticParams(List.of());
      parameters.setPartialResultToken("parts");
      parameters.setWorkDoneToken("work");
      assertEquals(
        List.of(),
        TestSession.await(session.server.getWorkspaceService().diagnostic(parameters)).getItems(),
        "nothing is left for the answer itself"
      );
      int parts = 0;
      int files = 0;
      List<Object> work = new ArrayList<>();
      while (!session.client.progress.isEmpty()) {
        ProgressParams progress = session.client.progress.remove();
        if (progress.getToken().equals(Either.forLeft("parts"))) {
          parts++;
          files += ((JsonObject) progress.getValue().getRight()).getAsJsonArray("items").size();
        } else if (progress.getToken().equals(Either.forLeft("work"))) {
          work.add(progress.getValue().getLeft());
        }
      }
      assertEquals(102, files);
      assertTrue(parts >= 3, parts + " parts");
      assertInstanceOf(WorkDoneProgressBegin.class, work.getFirst());
      assertInstanceOf(WorkDoneProgressEnd.class, work.getLast());
      assertTrue(work.size() > 10, work.size() + " messages of progress");
    }
  }

  @Test
  void areGivenUpWhenTheClientCancels() throws InterruptedException {
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
    try (TestSession session = session(endless)) {
      session.send(
        "{ \"jsonrpc\": \"2.0\", \"id\": \"all\", \"method\": \"workspace/diagnostic\", \"params\": { \"previousResultIds\": [] } }"
      );
      begun.await();
      session.send("{ \"jsonrpc\": \"2.0\", \"method\": \"$/cancelRequest\", \"params\": { \"id\": \"all\" } }");
      assertEquals(ResponseErrorCode.RequestCancelled.getValue(), session.awaitResponse("all").getError().getCode());
      session.open(uri("srt/a.py"), "slow()\n");
      assertTrue(
        TestSession.await(
          session.server
            .getTextDocumentService()
            .diagnostic(new DocumentDiagnosticParams(new TextDocumentIdentifier(uri("srt/a.py"))))
        ).isRelatedFullDocumentDiagnosticReport()
      );
    }
  }

  @Test
  void areAskedForAgainWhenFilesChangeOnTheDisk() throws IOException {
    try (TestSession session = session(new SlowCalls())) {
      List<PreviousResultId> known = ids(pull(session, List.of()));
      Files.writeString(folder.resolve("srt/clean.py"), "slow()\n");
      session.changedOnDisk(uri("srt/clean.py"), FileChangeType.Changed);
      session.awaitRefresh("workspace/diagnostic/refresh");
      Map<String, WorkspaceFullDocumentDiagnosticReport> changed = pull(session, known);
      assertEquals(1, of(changed, uri("srt/clean.py")).getItems().size());
    }
  }

  private TestSession session(FileAnalyzer analyzer) {
    TestSession session = new TestSession(analyzer);
    session.initialize(Capabilities.pulling(), folder.toUri().toString());
    session.discardProgress();
    return session;
  }

  private String uri(String path) {
    return folder.resolve(path).toUri().toString();
  }

  private static List<WorkspaceDocumentDiagnosticReport> items(TestSession session, List<PreviousResultId> known) {
    return TestSession.await(
      session.server.getWorkspaceService().diagnostic(new WorkspaceDiagnosticParams(known))
    ).getItems();
  }

  private static Map<String, WorkspaceFullDocumentDiagnosticReport> pull(
    TestSession session,
    List<PreviousResultId> known
  ) {
    Map<String, WorkspaceFullDocumentDiagnosticReport> full = new HashMap<>();
    for (WorkspaceDocumentDiagnosticReport item : items(session, known)) {
      if (item.isWorkspaceFullDocumentDiagnosticReport()) {
        WorkspaceFullDocumentDiagnosticReport report = item.getWorkspaceFullDocumentDiagnosticReport();
        full.put(report.getUri(), report);
      }
    }
    return full;
  }

  private static WorkspaceFullDocumentDiagnosticReport of(
    Map<String, WorkspaceFullDocumentDiagnosticReport> reports,
    String uri
  ) {
    return Objects.requireNonNull(reports.get(uri), uri);
  }

  private static List<PreviousResultId> ids(Map<String, WorkspaceFullDocumentDiagnosticReport> reports) {
    return reports
      .entrySet()
      .stream()
      .map(report -> new PreviousResultId(report.getKey(), report.getValue().getResultId()))
      .toList();
  }
}
