package dev.perfreview.server.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import dev.perfreview.server.lsp.session.FileAnalyzer;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DocumentDiagnosticParams;
import org.eclipse.lsp4j.DocumentDiagnosticReport;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.RelatedFullDocumentDiagnosticReport;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PullDiagnosticsTest {

  private static final String URI = TestSession.FOLDER + "/a.py";

  @Test
  void areOfferedToAClientThatPullsAndCanBeTold() {
    try (TestSession session = new TestSession(new SlowCalls())) {
      InitializeResult result = session.initialize(Capabilities.pulling());
      assertTrue(result.getCapabilities().getDiagnosticProvider().isInterFileDependencies());
      assertTrue(result.getCapabilities().getDiagnosticProvider().isWorkspaceDiagnostics());
    }
    try (TestSession session = new TestSession(new SlowCalls())) {
      InitializeResult result = session.initialize(Capabilities.of("{ \"textDocument\": { \"diagnostic\": {} } }"));
      assertNull(result.getCapabilities().getDiagnosticProvider());
      session.open(URI, "slow()");
      assertEquals(1, session.awaitDiagnostics().getDiagnostics().size(), "it would miss what the index found");
    }
  }

  @Test
  void areWhatIsFoundAndNotPushed() {
    try (TestSession session = pulling(new SlowCalls())) {
      session.open(URI, "slow()\ndull()\n");
      List<Diagnostic> found = full(pull(session, null)).getItems();
      assertEquals(2, found.size());
      assertEquals(TestSession.range(0, 0, 0, 4), found.getFirst().getRange());
      assertEquals("called here", found.getFirst().getRelatedInformation().getFirst().getMessage());
      session.close(URI);
      // The session's end fails if anything was pushed.
    }
  }

  @Test
  void areUnchangedUntilTheDocumentChanges() {
    try (TestSession session = pulling(new SlowCalls())) {
      session.open(URI, "slow()");
      String first = full(pull(session, null)).getResultId();
      DocumentDiagnosticReport again = pull(session, first);
      assertEquals(first, again.getRelatedUnchangedDocumentDiagnosticReport().getResultId());
      assertEquals(1, full(pull(session, "of another server")).getItems().size());
      session.change(URI, 2, new TextDocumentContentChangeEvent("slow(); slow()"));
      RelatedFullDocumentDiagnosticReport changed = full(pull(session, first));
      assertEquals(2, changed.getItems().size());
      assertNotEquals(first, changed.getResultId());
    }
  }

  @Test
  void areAskedForAgainAfterOtherSettings() {
    try (TestSession session = pulling(new SlowCalls())) {
      session.open(URI, "slow()\ndull()\n");
      String first = full(pull(session, null)).getResultId();
      session.server
        .getWorkspaceService()
        .didChangeConfiguration(
          new DidChangeConfigurationParams(JsonParser.parseString("{\"perfReview\":{\"minimumImpact\":\"minor\"}}"))
        );
      session.awaitRefresh("workspace/diagnostic/refresh");
      assertEquals(1, full(pull(session, first)).getItems().size());
    }
  }

  @Test
  void ofDocumentsThatAreNotOpenAreNone() {
    try (TestSession session = pulling(new SlowCalls())) {
      assertEquals(List.of(), full(pull(session, null)).getItems());
      session.open(URI, "toml", "slow = 1");
      assertEquals(1, full(pull(session, null)).getItems().size(), "what is no language of ours is told by its name");
    }
  }

  @Test
  void areCancelledByTheServerWhenTheDocumentChanges() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    try (TestSession session = pulling(endlessly(begun))) {
      session.open(URI, "endless");
      CompletableFuture<DocumentDiagnosticReport> answer = ask(session, null);
      begun.await();
      session.change(URI, 2, new TextDocumentContentChangeEvent("slow()"));
      ResponseError error = errorOf(answer);
      assertEquals(ResponseErrorCode.ServerCancelled.getValue(), error.getCode());
      assertEquals(JsonParser.parseString("{\"retriggerRequest\":true}"), error.getData());
      assertEquals(1, full(pull(session, null)).getItems().size());
    }
  }

  @Test
  void areNotAskedForAgainWhenTheDocumentIsClosed() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    try (TestSession session = pulling(endlessly(begun))) {
      session.open(URI, "endless");
      CompletableFuture<DocumentDiagnosticReport> answer = ask(session, null);
      begun.await();
      session.close(URI);
      ResponseError error = errorOf(answer);
      assertEquals(ResponseErrorCode.ServerCancelled.getValue(), error.getCode());
      assertEquals(JsonParser.parseString("{\"retriggerRequest\":false}"), error.getData());
    }
  }

  @Test
  void areGivenUpWhenTheClientCancels() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    try (TestSession session = pulling(endlessly(begun))) {
      session.open(URI, "endless");
      session.send(
        """
        { "jsonrpc": "2.0", "id": "mine", "method": "textDocument/diagnostic", "params": {
            "textDocument": { "uri": "%s" } } }
        """.formatted(URI)
      );
      begun.await();
      session.send("{ \"jsonrpc\": \"2.0\", \"method\": \"$/cancelRequest\", \"params\": { \"id\": \"mine\" } }");
      assertEquals(ResponseErrorCode.RequestCancelled.getValue(), session.awaitResponse("mine").getError().getCode());
      session.change(URI, 2, new TextDocumentContentChangeEvent("slow()"));
      assertEquals(1, full(pull(session, null)).getItems().size());
    }
  }

  /** Analyses as {@link SlowCalls} does, but for texts that start with "endless": these until they are given up. */
  private static FileAnalyzer endlessly(CountDownLatch begun) {
    FileAnalyzer sound = new SlowCalls();
    return (path, syntax, settings, cancellation) -> {
      while (syntax.text().string().startsWith("endless")) {
        begun.countDown();
        if (cancellation.isCancelled()) {
          throw new CancellationException();
        }
        Thread.onSpinWait();
      }
      return sound.analyze(path, syntax, settings, cancellation);
    };
  }

  private static TestSession pulling(FileAnalyzer analyzer) {
    return TestSession.greeted(analyzer, Capabilities.pulling());
  }

  private static CompletableFuture<DocumentDiagnosticReport> ask(TestSession session, @Nullable String previous) {
    DocumentDiagnosticParams parameters = new DocumentDiagnosticParams(new TextDocumentIdentifier(URI));
    if (previous != null) {
      parameters.setPreviousResultId(previous);
    }
    return session.server.getTextDocumentService().diagnostic(parameters);
  }

  private static DocumentDiagnosticReport pull(TestSession session, @Nullable String previous) {
    return TestSession.await(ask(session, previous));
  }

  private static RelatedFullDocumentDiagnosticReport full(DocumentDiagnosticReport report) {
    assertNotNull(report.getRelatedFullDocumentDiagnosticReport(), "a full report");
    return report.getRelatedFullDocumentDiagnosticReport();
  }

  private static ResponseError errorOf(CompletableFuture<?> answer) {
    return assertThrows(ResponseErrorException.class, () -> TestSession.await(answer)).getResponseError();
  }
}
