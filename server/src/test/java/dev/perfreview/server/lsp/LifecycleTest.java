package dev.perfreview.server.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.List;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.junit.jupiter.api.Test;

class LifecycleTest {

  @Test
  void saysWhatItCanDo() {
    try (TestSession session = new TestSession(new SlowCalls())) {
      InitializeResult result = session.initialize(Capabilities.all());
      assertEquals("perf-review", result.getServerInfo().getName());
      assertEquals("utf-16", result.getCapabilities().getPositionEncoding());
      assertEquals(
        TextDocumentSyncKind.Incremental,
        result.getCapabilities().getTextDocumentSync().getRight().getChange()
      );
    }
  }

  @Test
  void exitWithoutShutdownIsAFailure() {
    try (TestSession session = TestSession.greeted()) {
      session.server.exit();
      assertEquals(1, session.exitStatus());
    }
  }

  @Test
  void endsWhenItsInputEnds() throws IOException {
    try (TestSession session = TestSession.greeted()) {
      session.toServer.close();
      assertEquals(1, session.exitStatus());
    }
  }

  @Test
  void endsWhenItsInputEndsBeforeTheGreeting() throws IOException {
    try (TestSession session = new TestSession(new SlowCalls())) {
      session.toServer.close();
      assertEquals(1, session.exitStatus());
    }
  }

  @Test
  void endsWellWhenItsInputEndsAfterShutdown() throws IOException {
    try (TestSession session = TestSession.greeted()) {
      TestSession.await(session.server.shutdown());
      session.toServer.close();
      assertEquals(0, session.exitStatus());
    }
  }

  @Test
  void endsWhenTheParentProcessDies() throws IOException {
    Process parent = new ProcessBuilder("sleep", "600").start();
    try (TestSession session = new TestSession(new SlowCalls())) {
      InitializeParams parameters = new InitializeParams();
      parameters.setCapabilities(Capabilities.all());
      parameters.setProcessId(Math.toIntExact(parent.pid()));
      TestSession.await(session.server.initialize(parameters));
      parent.destroyForcibly();
      assertEquals(1, session.exitStatus());
    }
  }

  @Test
  void outlivesAParentProcessThatIsNotOfThisMachine() {
    try (TestSession session = new TestSession(new SlowCalls())) {
      InitializeParams parameters = new InitializeParams();
      parameters.setCapabilities(Capabilities.all());
      parameters.setProcessId(Integer.MAX_VALUE);
      TestSession.await(session.server.initialize(parameters));
      session.server.initialized(new InitializedParams());
      session.open("untitled:one", "slow()");
      assertEquals(1, session.awaitDiagnostics().getDiagnostics().size());
    }
  }

  @Test
  void refusesASecondInitialize() {
    try (TestSession session = TestSession.greeted()) {
      assertEquals(ResponseErrorCode.InvalidRequest.getValue(), initializeError(session));
    }
  }

  @Test
  void refusesRequestsAfterShutdown() {
    try (TestSession session = TestSession.greeted()) {
      TestSession.await(session.server.shutdown());
      assertEquals(ResponseErrorCode.InvalidRequest.getValue(), initializeError(session));
      session.server.exit();
      assertEquals(0, session.exitStatus());
    }
  }

  @Test
  void refusesRequestsBeforeTheGreeting() {
    try (TestSession session = new TestSession(new SlowCalls())) {
      session.send("{\"jsonrpc\":\"2.0\",\"id\":\"early\",\"method\":\"workspace/diagnostic\",\"params\":{}}");
      assertEquals(
        ResponseErrorCode.ServerNotInitialized.getValue(),
        session.awaitResponse("early").getError().getCode()
      );
    }
  }

  @Test
  void dropsNotificationsBeforeTheGreeting() {
    try (TestSession session = new TestSession(new SlowCalls())) {
      session.open(TestSession.FOLDER + "/early.py", "slow()");
      session.initialize(Capabilities.none());
      session.open(TestSession.FOLDER + "/late.py", "slow()");
      assertEquals(TestSession.FOLDER + "/late.py", session.awaitDiagnostics().getUri());
      assertEquals(List.of(), List.copyOf(session.client.diagnostics));
    }
  }

  private static int initializeError(TestSession session) {
    InitializeParams again = new InitializeParams();
    again.setCapabilities(Capabilities.none());
    var answer = session.server.initialize(again);
    return assertThrows(ResponseErrorException.class, () -> TestSession.await(answer))
      .getResponseError()
      .getCode();
  }
}
