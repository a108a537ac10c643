package dev.perfreview.server.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.perfreview.analysis.Analyzer;
import dev.perfreview.server.lsp.client.PositionEncoding;
import dev.perfreview.server.lsp.document.ContentChanges;
import dev.perfreview.server.lsp.document.Positions;
import dev.perfreview.syntax.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Future;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentEdit;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.junit.jupiter.api.Test;

class CodeActionTest {

  private static final String URI = TestSession.FOLDER + "/a.py";
  private static final String TEXT = "x = slow()\ny = dull()\n";
  private static final Range ON_SLOW = TestSession.range(0, 5, 0, 5);

  @Test
  void offerFixesThenSuppressionsThenAllFixes() {
    try (TestSession session = opened(TEXT)) {
      List<CodeAction> actions = actions(session, ON_SLOW, new CodeActionContext(List.of()));
      assertEquals(
        List.of(
          "quickfix: Call `fast`",
          "quickfix: Call `skip`, which may lose the result",
          "quickfix: Ignore `slow-call` here",
          "quickfix: Ignore `slow-call` in this file",
          "source.fixAll.perfReview: Fix all that perf-review can fix safely"
        ),
        actions
          .stream()
          .map(action -> action.getKind() + ": " + action.getTitle())
          .toList()
      );
      assertEquals(true, actions.getFirst().getIsPreferred());
      assertEquals(
        1,
        actions
          .stream()
          .filter(action -> action.getIsPreferred() != null)
          .count()
      );
      assertEquals("slow-call", actions.getFirst().getDiagnostics().getFirst().getCode().getLeft());
      actions.forEach(action -> assertNull(action.getEdit(), "worked out only when it is chosen"));
    }
  }

  @Test
  void resolveToEditsOfTheVersion() {
    try (TestSession session = opened(TEXT)) {
      List<CodeAction> actions = actions(session, ON_SLOW, new CodeActionContext(List.of()));
      assertEquals("x = fast()\ny = dull()\n", applied(TEXT, resolve(session, actions.get(0)), 1));
      assertEquals("x = skip()\ny = dull()\n", applied(TEXT, resolve(session, actions.get(1)), 1));
      assertEquals(
        "x = slow()  # perf: ignore[slow-call]\ny = dull()\n",
        applied(TEXT, resolve(session, actions.get(2)), 1)
      );
      assertEquals(
        "# perf: ignore-file[slow-call]\nx = slow()\ny = dull()\n",
        applied(TEXT, resolve(session, actions.get(3)), 1)
      );
    }
  }

  @Test
  void carryTheirEditsWhereTheClientCannotResolve() {
    try (TestSession session = TestSession.greeted(new SlowCalls(), Capabilities.none())) {
      session.open(URI, TEXT);
      session.awaitDiagnostics();
      CodeAction fix = actions(session, ON_SLOW, new CodeActionContext(List.of())).getFirst();
      assertNull(fix.getEdit().getDocumentChanges());
      TextEdit edit = Objects.requireNonNull(fix.getEdit().getChanges().get(URI)).getFirst();
      assertEquals("fast", edit.getNewText());
      assertEquals(TestSession.range(0, 4, 0, 8), edit.getRange());
    }
  }

  @Test
  void areOfTheKindsAskedFor() {
    try (TestSession session = opened(TEXT)) {
      assertEquals(4, actions(session, ON_SLOW, only("quickfix")).size());
      assertEquals(1, actions(session, ON_SLOW, only("source")).size());
      assertEquals(1, actions(session, ON_SLOW, only("source.fixAll")).size());
      assertEquals(1, actions(session, ON_SLOW, only("source.fixAll.perfReview")).size());
      assertEquals(0, actions(session, ON_SLOW, only("source.fixAll.other")).size());
      assertEquals(0, actions(session, ON_SLOW, only("refactor")).size());
    }
  }

  @Test
  void areForTheRangeAndForTheDiagnosticsNamed() {
    try (TestSession session = TestSession.greeted()) {
      session.open(URI, TEXT);
      List<Diagnostic> diagnostics = session.awaitDiagnostics().getDiagnostics();
      Range lineStart = TestSession.range(0, 0, 0, 0);
      assertEquals(0, actions(session, lineStart, quickFixesFor(List.of())).size());
      assertEquals(4, actions(session, lineStart, quickFixesFor(List.of(diagnostics.get(0)))).size());
      assertEquals(2, actions(session, lineStart, quickFixesFor(List.of(diagnostics.get(1)))).size());
      assertEquals(6, actions(session, TestSession.range(0, 0, 2, 0), quickFixesFor(List.of())).size());
    }
  }

  @Test
  void areNotOfferedForDiagnosticsOfAnOlderVersion() {
    try (TestSession session = TestSession.greeted()) {
      session.open(URI, TEXT);
      List<Diagnostic> stale = session.awaitDiagnostics().getDiagnostics();
      session.change(URI, 2, new TextDocumentContentChangeEvent("\n\n\n\nslow()"));
      assertEquals(0, actions(session, TestSession.range(0, 0, 0, 0), quickFixesFor(stale)).size());
      assertEquals(2, session.awaitDiagnostics().getVersion());
    }
  }

  @Test
  void areRefusedWhenTheDocumentHasChangedSince() {
    try (TestSession session = opened(TEXT)) {
      CodeAction fix = actions(session, ON_SLOW, new CodeActionContext(List.of())).getFirst();
      session.change(URI, 2, new TextDocumentContentChangeEvent("slow()\n" + TEXT));
      var answer = session.server.getTextDocumentService().resolveCodeAction(fix);
      assertEquals(ResponseErrorCode.ContentModified.getValue(), errorOf(answer));
      session.awaitDiagnostics();
      session.close(URI);
      session.awaitDiagnostics();
      answer = session.server.getTextDocumentService().resolveCodeAction(fix);
      assertEquals(ResponseErrorCode.ContentModified.getValue(), errorOf(answer));
    }
  }

  @Test
  void ofAnotherServerAreRefused() {
    try (TestSession session = opened(TEXT)) {
      CodeAction foreign = new CodeAction("Sort imports");
      foreign.setData("somebody else's");
      var answer = session.server.getTextDocumentService().resolveCodeAction(foreign);
      assertEquals(ResponseErrorCode.InvalidParams.getValue(), errorOf(answer));
    }
  }

  @Test
  void applyAllSafeFixesWithMinimalEdits() {
    String text = "# perf: ignore[first-gone]\n\nx = 1\ny = 2\nz = 3\n\n# perf: ignore[second-gone]\nv = 4\n";
    try (TestSession session = TestSession.greeted(Analyzer::analyze, Capabilities.all())) {
      session.open(URI, text);
      session.awaitDiagnostics();
      List<CodeAction> all = actions(session, ON_SLOW, only("source.fixAll.perfReview"));
      assertEquals(1, all.size());
      CodeAction resolved = resolve(session, all.getFirst());
      assertEquals("\nx = 1\ny = 2\nz = 3\n\nv = 4\n", applied(text, resolved, 1));
      assertEquals(2, editsOf(resolved).getEdits().size());
    }
  }

  @Test
  void ofDocumentsThatAreNotOpenAreNone() {
    try (TestSession session = TestSession.greeted()) {
      assertEquals(0, actions(session, ON_SLOW, new CodeActionContext(List.of())).size());
    }
  }

  private static TestSession opened(String text) {
    TestSession session = TestSession.greeted();
    session.open(URI, text);
    session.awaitDiagnostics();
    return session;
  }

  private static CodeActionContext only(String kind) {
    return new CodeActionContext(List.of(), List.of(kind));
  }

  private static CodeActionContext quickFixesFor(List<Diagnostic> diagnostics) {
    return new CodeActionContext(diagnostics, List.of("quickfix"));
  }

  private static List<CodeAction> actions(TestSession session, Range range, CodeActionContext context) {
    return TestSession.await(
      session.server
        .getTextDocumentService()
        .codeAction(new CodeActionParams(new TextDocumentIdentifier(URI), range, context))
    )
      .stream()
      .map(Either::getRight)
      .toList();
  }

  private static CodeAction resolve(TestSession session, CodeAction action) {
    CodeAction resolved = TestSession.await(session.server.getTextDocumentService().resolveCodeAction(action));
    assertNotNull(resolved.getEdit());
    return resolved;
  }

  private static TextDocumentEdit editsOf(CodeAction action) {
    // LSP4J reads an absent map as an empty one.
    assertEquals(Map.of(), action.getEdit().getChanges());
    return action.getEdit().getDocumentChanges().getFirst().getLeft();
  }

  /** The text after an action's edits, as an editor applies them: from the last to the first. */
  private static String applied(String text, CodeAction action, int version) {
    TextDocumentEdit edit = editsOf(action);
    assertEquals(URI, edit.getTextDocument().getUri());
    assertEquals(version, edit.getTextDocument().getVersion());
    List<TextDocumentContentChangeEvent> changes = edit
      .getEdits()
      .reversed()
      .stream()
      .map(change -> new TextDocumentContentChangeEvent(change.getLeft().getRange(), change.getLeft().getNewText()))
      .toList();
    return ContentChanges.of(new SourceText(text), changes, new Positions(PositionEncoding.UTF16)).text().string();
  }

  private static int errorOf(Future<?> answer) {
    return assertThrows(ResponseErrorException.class, () -> TestSession.await(answer))
      .getResponseError()
      .getCode();
  }
}
