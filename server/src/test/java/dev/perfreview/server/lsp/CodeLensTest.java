package dev.perfreview.server.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import dev.perfreview.analysis.Analyzer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeLensTest {

  private static final String URI = TestSession.FOLDER + "/a.py";
  private static final String TEXT = """
  # perf: hot(step)
  def step(self):
      ü = "é"; slow(); dull()
      return slow()

  # perf: hot(token)
  def emit(token): slow()

  # perf: hot(request)
  def idle(): pass

  # perf: cold
  def load(): slow()

  def other(): slow()
  """;

  @Test
  void tellHowOftenFunctionsRunAndWhatWasFound() {
    try (TestSession session = TestSession.greeted()) {
      session.open(URI, TEXT);
      session.awaitDiagnostics();
      List<CodeLens> lenses = lenses(session, URI);
      assertEquals(
        List.of(
          "runs on every step (declared `perf: hot(step)`) · 3 findings",
          "runs on every token (declared `perf: hot(token)`) · 1 finding",
          "runs on every request (declared `perf: hot(request)`)"
        ),
        lenses
          .stream()
          .map(lens -> lens.getCommand().getTitle())
          .toList()
      );
      assertEquals(TestSession.range(1, 4, 1, 8), lenses.getFirst().getRange());
      assertEquals("perfReview.explain", lenses.getFirst().getCommand().getCommand());
      assertEquals(
        JsonParser.parseString("[\"slow-call\", \"python\"]").getAsJsonArray().asList(),
        lenses.getFirst().getCommand().getArguments()
      );
    }
  }

  @ParameterizedTest
  @CsvSource(
    delimiter = '|',
    value = {
      "{} | ''",
      "{ \"experimental\": { \"commands\": { \"commands\": [\"perfReview.showHotPaths\"] } } } | perfReview.showHotPaths",
      "{ \"experimental\": { \"commands\": { \"commands\": [\"other\", 1, null] } } } | ''",
      "{ \"experimental\": { \"commands\": [\"perfReview.showHotPaths\"] } } | ''",
      "{ \"experimental\": 1 } | ''",
    }
  )
  void withoutFindingsShowHotPathsWhereTheClientCan(String capabilities, String command) {
    try (TestSession session = TestSession.greeted(new SlowCalls(), Capabilities.of(capabilities))) {
      session.open(URI, TEXT);
      session.awaitDiagnostics();
      List<CodeLens> lenses = lenses(session, URI);
      assertEquals("runs on every request (declared `perf: hot(request)`)", lenses.getLast().getCommand().getTitle());
      assertEquals(command, lenses.getLast().getCommand().getCommand());
      assertEquals("perfReview.explain", lenses.getFirst().getCommand().getCommand());
    }
  }

  @Test
  void areResolvedWhereTheClientCanAsk() {
    ClientCapabilities resolving = Capabilities.of(
      "{ \"textDocument\": { \"codeLens\": { \"resolveSupport\": { \"properties\": [\"command\"] } } } }"
    );
    try (TestSession session = TestSession.greeted(new SlowCalls(), resolving)) {
      session.open(URI, TEXT);
      session.awaitDiagnostics();
      CodeLens lens = lenses(session, URI).getFirst();
      assertNull(lens.getCommand());
      CodeLens resolved = TestSession.await(session.server.getTextDocumentService().resolveCodeLens(lens));
      assertTrue(resolved.getCommand().getTitle().endsWith(" · 3 findings"), resolved.getCommand().getTitle());

      session.change(URI, 2, new TextDocumentContentChangeEvent("pass"));
      assertEquals(ResponseErrorCode.ContentModified.getValue(), errorOf(session, lens));
      session.awaitDiagnostics();
      lens.setData("somebody else's");
      assertEquals(ResponseErrorCode.InvalidParams.getValue(), errorOf(session, lens));
    }
  }

  @Test
  void areNoneWhereNothingIsReviewed() {
    try (TestSession session = TestSession.greeted()) {
      assertEquals(List.of(), lenses(session, URI));
      session.open(URI, TEXT);
      session.awaitDiagnostics();
      session.server
        .getWorkspaceService()
        .didChangeConfiguration(new DidChangeConfigurationParams(Map.of("perfReview", Map.of("enable", false))));
      session.awaitDiagnostics();
      assertEquals(List.of(), lenses(session, URI));
    }
  }

  @Test
  void areAskedForAgainWhenOtherFilesMakeAFunctionHot(@TempDir Path temporary) throws IOException {
    Path folder = temporary.toRealPath();
    Files.writeString(
      folder.resolve("loop.py"),
      "from helper import prepare\n\n# perf: hot(step)\ndef step():\n    pass\n"
    );
    Files.writeString(
      folder.resolve("perf-review.toml"),
      "[[hot-path]]\nid = 'loop'\nheat = 'step'\nreason = 'runs on every turn'\npaths = ['loop.py']\n"
    );
    String helper = "def prepare():\n    return 1\n";
    Files.writeString(folder.resolve("helper.py"), helper);
    String uri = folder.resolve("helper.py").toUri().toString();
    try (TestSession session = new TestSession(Analyzer::analyze)) {
      session.initialize(Capabilities.pulling(), folder.toUri().toString());
      session.discardProgress();
      session.open(uri, helper);
      assertEquals(List.of(), lenses(session, uri));
      String loop = folder.resolve("loop.py").toUri().toString();
      session.open(loop, "from helper import prepare\n\ndef step():\n    prepare()\n");
      List<CodeLens> hot;
      do {
        session.awaitRefresh("workspace/codeLens/refresh");
        hot = lenses(session, uri);
      } while (hot.isEmpty());
      assertEquals("called from `step`, which runs on every turn", hot.getFirst().getCommand().getTitle());
    }
  }

  private static int errorOf(TestSession session, CodeLens lens) {
    var answer = session.server.getTextDocumentService().resolveCodeLens(lens);
    return assertThrows(ResponseErrorException.class, () -> TestSession.await(answer))
      .getResponseError()
      .getCode();
  }

  private static List<CodeLens> lenses(TestSession session, String uri) {
    List<? extends CodeLens> lenses = TestSession.await(
      session.server.getTextDocumentService().codeLens(new CodeLensParams(new TextDocumentIdentifier(uri)))
    );
    assertNotNull(lenses);
    return List.copyOf(lenses);
  }
}
