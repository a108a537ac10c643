package dev.perfreview.server.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no message of the protocol is answered where it can be answered, else logged; and the next message is heard. */
class MalformedMessagesTest {

  @ParameterizedTest
  @CsvSource(
    delimiter = '|',
    value = {
      "textDocument/unknown | {} | MethodNotFound",
      "textDocument/completion | {\"textDocument\":{\"uri\":\"file:///a.py\"},\"position\":{\"line\":0,\"character\":0}} | MethodNotFound",
      "workspace/willRenameFiles | {\"files\":[]} | MethodNotFound",
      "textDocument/hover | null | InvalidParams",
      "textDocument/hover | {} | InvalidParams",
      "textDocument/hover | {\"textDocument\":17} | ParseError",
      "textDocument/hover | [] | ParseError",
      "textDocument/codeAction | {\"textDocument\":{\"uri\":\"file:///a.py\"}} | InvalidParams",
      "textDocument/diagnostic | {} | InvalidParams",
      "textDocument/codeLens | null | InvalidParams",
      "codeLens/resolve | {} | InvalidParams",
      "codeAction/resolve | {\"title\":\"x\",\"data\":[1]} | InvalidParams",
      "workspace/executeCommand | {} | InvalidParams",
      "workspace/executeCommand | null | InvalidParams",
      "workspace/diagnostic | null | InvalidParams",
      "initialize | {\"capabilities\":{}} | InvalidRequest",
    }
  )
  void requestsAreAnsweredWithAnError(String method, String parameters, String error) {
    try (TestSession session = TestSession.greeted()) {
      session.open("file:///a.py", "slow()");
      session.awaitDiagnostics();
      session.send("{\"jsonrpc\":\"2.0\",\"id\":\"it\",\"method\":\"%s\",\"params\":%s}".formatted(method, parameters));
      ResponseMessage answer = session.awaitResponse("it");
      assertNotNull(answer.getError(), "an error");
      assertEquals(ResponseErrorCode.valueOf(error).getValue(), answer.getError().getCode(), answer.toString());
      assertTrue(answer.getError().getMessage().length() > 8, "it says why: " + answer.getError().getMessage());
      stillServes(session);
    }
  }

  @ParameterizedTest
  @ValueSource(
    strings = {
      "{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didOpen\",\"params\":{\"textDocument\":17}}",
      "{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didOpen\",\"params\":{}}",
      "{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didOpen\",\"params\":null}",
      "{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didChange\",\"params\":{}}",
      "{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didClose\",\"params\":{}}",
      "{\"jsonrpc\":\"2.0\",\"method\":\"workspace/didChangeWorkspaceFolders\"}",
      "{\"jsonrpc\":\"2.0\",\"method\":\"window/workDoneProgress/cancel\",\"params\":{}}",
      "{\"jsonrpc\":\"2.0\",\"method\":\"no/such/method\",\"params\":{}}",
      "{ this is not JSON",
      "[]",
      "[{\"jsonrpc\":\"2.0\",\"method\":\"exit\"}]",
      "17",
      "{}",
      "{\"jsonrpc\":\"2.0\",\"id\":99,\"result\":null}",
      "",
    }
  )
  void othersAreLogged(String body) {
    try (TestSession session = TestSession.greeted()) {
      session.send(body);
      assertTrue(session.awaitLog().getMessage().length() > 8);
      stillServes(session);
    }
  }

  @ParameterizedTest
  @ValueSource(
    strings = {
      "{\"jsonrpc\":\"2.0\",\"method\":\"$/unknown\",\"params\":{}}",
      "{\"jsonrpc\":\"2.0\",\"method\":\"workspace/didChangeWatchedFiles\",\"params\":{}}",
      "{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/willSave\",\"params\":{}}",
      "{\"jsonrpc\":\"2.0\",\"method\":\"$/cancelRequest\",\"params\":{\"id\":123}}",
      "{\"jsonrpc\":\"2.0\",\"method\":\"$/setTrace\",\"params\":{\"value\":\"verbose\"}}",
      "{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didSave\",\"params\":{\"textDocument\":{\"uri\":\"file:///not-open.py\"}}}",
    }
  )
  void whatMayBeIgnoredIs(String body) {
    try (TestSession session = TestSession.greeted()) {
      session.send(body);
      stillServes(session);
    }
  }

  @ParameterizedTest
  @ValueSource(
    strings = {
      "Content-Length: -5\r\n\r\n",
      "Content-Length: abc\r\n\r\n",
      "Content-Length: 99999999999\r\n\r\n",
      "Content-Type: text/plain\r\n\r\n",
      "Content-Length: 2\r\nContent-Type: application/vscode-jsonrpc; charset=no-such\r\n\r\n{}",
      "Content-Length: 0\r\n\r\n",
      "no header at all\r\n\r\n",
      "\r\n\r\n",
      "~ ~\n\n",
    }
  )
  void brokenHeadersAreLogged(String bytes) {
    try (TestSession session = TestSession.greeted()) {
      session.sendRaw(bytes.getBytes(StandardCharsets.ISO_8859_1));
      // What stands behind a broken header may be read as one more.
      session.send("{\"jsonrpc\":\"2.0\",\"method\":\"$/ignored\"}\n\n");
      assertTrue(session.awaitLog().getMessage().length() > 8);
      stillServes(session);
    }
  }

  @Test
  void deepJsonIsRefused() {
    try (TestSession session = TestSession.greeted()) {
      session.send("{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didOpen\",\"params\":" + "[".repeat(100_000));
      session.awaitLog();
      session.send(
        "{\"jsonrpc\":\"2.0\",\"method\":\"workspace/didChangeConfiguration\",\"params\":{\"settings\":" +
          "{\"a\":".repeat(50_000) +
          "1" +
          "}".repeat(50_000) +
          "}}"
      );
      session.awaitLog();
      stillServes(session);
    }
  }

  private static void stillServes(TestSession session) {
    session.open("file:///workspace/still.py", "slow()");
    assertEquals(1, session.awaitDiagnostics().getDiagnostics().size());
    session.client.log.clear();
  }
}
