package dev.perfreview.server.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonPrimitive;
import dev.perfreview.analysis.Analyzer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.FileChangeType;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules that a configuration file defines, in the editor. */
class UserRulesTest {

  private static final String RULE = """
  [[rule]]
  id = "no-sleep"
  language = "python"
  query = '((call function: (identifier) @name) @finding (#eq? @name "nap"))'
  message = "`{finding}` naps"
  cost = "stall"
  replacement = "rest()"
  applicability = "safe"
  """;
  private static final String CODE = "def f():\n    x = 1\n    nap()\n";

  private Path folder = Path.of(".");

  @BeforeEach
  void folder(@TempDir Path temporary) throws IOException {
    folder = temporary.toRealPath();
  }

  private TestSession greeted() {
    TestSession session = new TestSession(Analyzer::analyze);
    session.initialize(Capabilities.all(), folder.toUri().toString());
    return session;
  }

  private String uri(String path) {
    return folder.resolve(path).toUri().toString();
  }

  private List<Diagnostic> open(TestSession session, String path) {
    session.open(uri(path), CODE);
    return session.awaitDiagnosticsOf(uri(path)).getDiagnostics();
  }

  @Test
  void areShownExplainedAndFixed() throws IOException {
    Files.writeString(folder.resolve("perf-review.toml"), "# ours\n" + RULE);
    try (TestSession session = greeted()) {
      Diagnostic diagnostic = open(session, "a.py").getFirst();
      assertEquals("`nap()` naps", diagnostic.getMessage().getLeft());
      assertEquals("no-sleep", diagnostic.getCode().getLeft());
      assertEquals(DiagnosticSeverity.Warning, diagnostic.getSeverity());
      assertEquals(TestSession.range(2, 4, 2, 9), diagnostic.getRange());
      assertEquals(uri("perf-review.toml") + "#L2", diagnostic.getCodeDescription().getHref());
      String hover = TestSession.await(
        session.server
          .getTextDocumentService()
          .hover(new HoverParams(new TextDocumentIdentifier(uri("a.py")), new Position(2, 5)))
      )
        .getContents()
        .getRight()
        .getValue();
      assertTrue(hover.startsWith("**moderate** `no-sleep`: how often this line runs is not known"), hover);
      assertTrue(hover.contains("defined in `" + folder.resolve("perf-review.toml") + "` on line 2"), hover);
      assertEquals(
        List.of(
          "Replace by `rest()`",
          "Ignore `no-sleep` here",
          "Ignore `no-sleep` in this file",
          "Fix all that perf-review can fix safely"
        ),
        actions(session, diagnostic).stream().map(CodeAction::getTitle).toList()
      );
      Object page = TestSession.await(
        session.server
          .getWorkspaceService()
          .executeCommand(new ExecuteCommandParams("perfReview.explain", List.of(new JsonPrimitive("no-sleep"))))
      );
      assertTrue(page.toString().contains("# no-sleep"), page.toString());
    }
  }

  private List<CodeAction> actions(TestSession session, Diagnostic diagnostic) {
    return TestSession.await(
      session.server
        .getTextDocumentService()
        .codeAction(
          new CodeActionParams(
            new TextDocumentIdentifier(uri("a.py")),
            diagnostic.getRange(),
            new CodeActionContext(List.of())
          )
        )
    )
      .stream()
      .map(Either::getRight)
      .filter(action -> !action.getTitle().startsWith("Explain"))
      .toList();
  }

  @Test
  void settingsForSomeFilesHoldInTheEditor() throws IOException {
    String levels =
      "[[per-path]]\npaths = ['quiet']\nrule-levels = { no-sleep = 'hint' }\n[[per-path]]\npaths = ['old']\nignore = ['no-sleep']\n";
    Files.writeString(folder.resolve("perf-review.toml"), RULE + levels);
    try (TestSession session = greeted()) {
      assertEquals(DiagnosticSeverity.Warning, open(session, "a.py").getFirst().getSeverity());
      assertEquals(DiagnosticSeverity.Hint, open(session, "quiet/a.py").getFirst().getSeverity());
      assertEquals(List.of(), open(session, "old/a.py"));
    }
  }

  @Test
  void errorsStandInTheFileThatIsExtendedAndAreMendedWithIt() throws IOException {
    Path rules = folder.resolve("tools/our-rules.toml");
    Files.createDirectories(rules.getParent());
    Files.writeString(rules, RULE.replace("call function:", "cal function:"));
    Files.writeString(folder.resolve("perf-review.toml"), "extend = 'tools/our-rules.toml'\n");
    try (TestSession session = greeted()) {
      PublishDiagnosticsParams broken = session.awaitDiagnosticsOf(rules.toUri().toString());
      Diagnostic problem = broken.getDiagnostics().getFirst();
      assertEquals("the grammar of python has no node `cal`, did you mean `call`?", problem.getMessage().getLeft());
      assertEquals(TestSession.range(3, 11, 3, 14), problem.getRange());
      assertEquals(List.of(), open(session, "a.py"));

      Files.writeString(rules, RULE);
      session.changedOnDisk(rules.toUri().toString(), FileChangeType.Changed);
      assertEquals(List.of(), session.awaitDiagnosticsOf(rules.toUri().toString()).getDiagnostics());
      assertEquals(1, session.awaitDiagnosticsOf(uri("a.py")).getDiagnostics().size());
    }
  }
}
