package dev.perfreview.server.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perfreview.analysis.Analyzer;
import dev.perfreview.server.lsp.session.FileAnalyzer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a client sends, the server lives and serves the next document. */
class RobustnessTest {

  private static final String URI = TestSession.FOLDER + "/a.py";

  @ParameterizedTest
  @ValueSource(
    strings = {
      "untitled:Untitled-1",
      "file:///elsewhere/a.py",
      "file:///workspace-not/a.py",
      "file:///c%3A/code/a.py",
      "file:///workspace/a%20b/%C3%A9.py",
      "vscode-notebook-cell:/workspace/a.ipynb#W0sZmlsZQ%3D%3D",
      "file:///workspace/not a uri\\%zz.py",
      "git:/workspace/a.py?%7B%22ref%22%3A%22HEAD%22%7D",
      "no-scheme",
      "",
    }
  )
  void anyUriIsReviewed(String uri) {
    try (TestSession session = TestSession.greeted()) {
      session.open(uri, "slow()");
      PublishDiagnosticsParams published = session.awaitDiagnostics();
      assertEquals(uri, published.getUri());
      assertEquals(1, published.getDiagnostics().size());
      session.close(uri);
      assertEquals(uri, session.awaitDiagnostics().getUri());
    }
  }

  @Test
  void stubsAndUnknownLanguagesAreToldApartByName() {
    try (TestSession session = TestSession.greeted()) {
      session.open("file:///workspace/a.pyi", "python", "slow()");
      assertEquals("file:///workspace/a.pyi", session.awaitDiagnostics().getUri());
      session.open("file:///workspace/b.py", "my-python", "slow()");
      assertEquals("file:///workspace/b.py", session.awaitDiagnostics().getUri());
      session.open("file:///workspace/c.toml", "toml", "slow()");
      session.change("file:///workspace/c.toml", 2, new TextDocumentContentChangeEvent("slow"));
      session.close("file:///workspace/c.toml");
      stillServes(session);
    }
  }

  @Test
  void binaryTextIsReviewed() {
    Random random = new Random(3);
    StringBuilder binary = new StringBuilder();
    for (int unit = 0; unit < 200_000; unit++) {
      binary.append((char) random.nextInt(0x10000));
    }
    // A lone surrogate does not survive UTF-8, so the client would not send it.
    String text = new String(binary.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8) + "\0\0slow";
    try (TestSession session = TestSession.greeted(Analyzer::analyze, Capabilities.all())) {
      session.open(URI, "python", text);
      assertEquals(1, session.awaitDiagnostics().getVersion());
      session.open("file:///workspace/a.rs", "rust", text);
      assertEquals(1, session.awaitDiagnostics().getVersion());
    }
  }

  @Test
  void deeplyNestedTextIsReviewed() {
    try (TestSession session = TestSession.greeted(Analyzer::analyze, Capabilities.all())) {
      session.open(URI, "python", "(".repeat(50_000) + ")".repeat(50_000));
      assertEquals(1, session.awaitDiagnostics().getVersion());
      session.open("file:///workspace/a.rs", "rust", "fn f() " + "{".repeat(50_000) + "}".repeat(50_000));
      assertEquals(1, session.awaitDiagnostics().getVersion());
    }
  }

  @Test
  void aHugeTextIsNotReviewedAndThatIsSaidOnce() {
    try (TestSession session = TestSession.greeted()) {
      session.open(URI, "slow()\n".repeat(1_500_000));
      assertEquals(List.of(), session.awaitDiagnostics().getDiagnostics());
      MessageParams said = session.awaitLog();
      assertEquals(MessageType.Warning, said.getType());
      assertTrue(said.getMessage().contains(URI + " is not reviewed"), said.getMessage());
      session.change(URI, 2, TestSession.replacing(TestSession.range(0, 0, 0, 0), "# \n"));
      assertEquals(2, session.awaitDiagnostics().getVersion());
      session.change(URI, 3, new TextDocumentContentChangeEvent("slow()"));
      assertEquals(1, session.awaitDiagnostics().getDiagnostics().size());
    }
  }

  @Test
  void rangesOutsideTheTextAreMovedIntoIt() {
    try (TestSession session = TestSession.greeted()) {
      session.open(URI, "a\nb\n");
      session.awaitDiagnostics();
      int huge = Integer.MAX_VALUE;
      session.change(URI, 2, TestSession.replacing(TestSession.range(0, huge, huge, huge), "\nslow()"));
      assertEquals(TestSession.range(1, 0, 1, 4), onlyRange(session.awaitDiagnostics()));
      session.change(URI, 3, TestSession.replacing(TestSession.range(-4, -1, 0, -9), "#\n"));
      assertEquals(TestSession.range(2, 0, 2, 4), onlyRange(session.awaitDiagnostics()));
      session.change(URI, 4, TestSession.replacing(TestSession.range(2, 4, 2, 0), "slow"));
      assertEquals(TestSession.range(2, 0, 2, 4), onlyRange(session.awaitDiagnostics()));
    }
  }

  @Test
  void documentsThatAreNotOpenAreIgnored() {
    try (TestSession session = TestSession.greeted()) {
      session.change(URI, 2, new TextDocumentContentChangeEvent("slow()"));
      session.close(URI);
      stillServes(session);
    }
  }

  @Test
  void aDocumentOpenedTwiceStartsAfresh() {
    try (TestSession session = TestSession.greeted()) {
      session.open(URI, "slow()");
      session.awaitDiagnostics();
      session.open(URI, "slow(); slow()");
      assertEquals(2, session.awaitDiagnostics().getDiagnostics().size());
    }
  }

  @Test
  void anAnalysisThatThrowsIsLoggedAndTheNextVersionIsReviewed() {
    try (TestSession session = TestSession.greeted(throwingOn("bad"), Capabilities.all())) {
      session.open(URI, "bad");
      MessageParams logged = session.awaitLog();
      assertEquals(MessageType.Error, logged.getType());
      assertTrue(logged.getMessage().contains("version 1 of " + URI + " cannot be reviewed"), logged.getMessage());
      assertEquals(List.of(), TestSession.await(session.server.getTextDocumentService().codeAction(actionsAt(0, 0))));
      session.change(URI, 2, new TextDocumentContentChangeEvent("bad\n"));
      session.change(URI, 3, new TextDocumentContentChangeEvent("slow()"));
      assertEquals(1, session.awaitDiagnostics().getDiagnostics().size());
    }
  }

  @Test
  void aHandlerThatThrowsAnswersWithAnError() {
    try (TestSession session = TestSession.greeted()) {
      session.open(URI, "slow()");
      session.awaitDiagnostics();
      // The tests' rule has no documentation.
      var answer = session.server
        .getTextDocumentService()
        .hover(new HoverParams(new TextDocumentIdentifier(URI), new Position(0, 0)));
      ResponseErrorException failure = assertThrows(ResponseErrorException.class, () -> TestSession.await(answer));
      assertEquals(ResponseErrorCode.InternalError.getValue(), failure.getResponseError().getCode());
      assertTrue(session.awaitLog().getMessage().startsWith("textDocument/hover failed"));
      stillServes(session);
    }
  }

  private static CodeActionParams actionsAt(int line, int column) {
    return new CodeActionParams(
      new TextDocumentIdentifier(URI),
      TestSession.range(line, column, line, column),
      new CodeActionContext(List.of())
    );
  }

  private static void stillServes(TestSession session) {
    session.open("file:///workspace/still.py", "slow()");
    PublishDiagnosticsParams published = session.awaitDiagnostics();
    assertEquals("file:///workspace/still.py", published.getUri());
    assertEquals(1, published.getDiagnostics().size());
  }

  private static Range onlyRange(PublishDiagnosticsParams published) {
    assertEquals(1, published.getDiagnostics().size());
    return published.getDiagnostics().getFirst().getRange();
  }

  private static FileAnalyzer throwingOn(String text) {
    FileAnalyzer sound = new SlowCalls();
    return (path, syntax, settings, cancellation) -> {
      if (syntax.text().string().startsWith(text)) {
        throw new IllegalStateException("broken on purpose");
      }
      return sound.analyze(path, syntax, settings, cancellation);
    };
  }
}
