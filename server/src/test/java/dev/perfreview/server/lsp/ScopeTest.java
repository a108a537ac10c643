package dev.perfreview.server.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.perfreview.analysis.Analyzer;
import dev.perfreview.server.git.TestRepository;
import dev.perfreview.server.lsp.session.FileAnalyzer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentDiagnosticParams;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.FileChangeType;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceDiagnosticParams;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The setting {@code perfReview.scope}: findings on lines that are new or changed since the base. */
class ScopeTest {

  private static final String BEFORE = "slow()\nfast()\nslow()\n";

  private Path root = Path.of(".");
  private Path folder = Path.of(".");

  @AutoClose
  @SuppressWarnings("NullAway.Init") // set before each test
  private TestRepository files;

  @BeforeEach
  void makeRepository(@TempDir Path temporary) throws GitAPIException, IOException {
    root = temporary.toRealPath();
    folder = Files.createDirectory(root.resolve("code"));
    files = TestRepository.in(folder).write("srt/a.py", BEFORE).write("srt/b.py", BEFORE).commit("first");
  }

  @Test
  void changedShowsFindingsOnChangedLinesAsTheBufferChanges() {
    try (TestSession session = session("changed", Capabilities.all())) {
      session.open(uri("srt/a.py"), BEFORE);
      assertEquals(List.of(), lines(session, "srt/a.py"));
      session.change(uri("srt/a.py"), 2, TestSession.replacing(TestSession.range(1, 0, 1, 6), "slow(); slow()"));
      assertEquals(List.of(1, 1), lines(session, "srt/a.py"));
      session.change(uri("srt/a.py"), 3, TestSession.replacing(TestSession.range(0, 0, 0, 0), "\n    "));
      assertEquals(List.of(2, 2), lines(session, "srt/a.py"), "white space is no change");
      session.change(uri("srt/a.py"), 4, TestSession.replacing(TestSession.range(0, 0, 9, 0), BEFORE));
      assertEquals(List.of(), lines(session, "srt/a.py"));
      session.open(uri("srt/new.py"), "slow()\n");
      assertEquals(List.of(0), lines(session, "srt/new.py"), "of a new file");
    }
  }

  @Test
  void theSettingIsFollowedAtOnce() {
    try (TestSession session = session("all", Capabilities.all())) {
      session.open(uri("srt/a.py"), "slow()\nslow()\nslow()\n");
      assertEquals(List.of(0, 1, 2), lines(session, "srt/a.py"));
      set(session, "changed");
      assertEquals(List.of(1), lines(session, "srt/a.py"));
      set(session, "all");
      assertEquals(List.of(0, 1, 2), lines(session, "srt/a.py"));
    }
  }

  @Test
  void markTellsThoseOnChangedLinesFromTheOthers() {
    try (TestSession session = session("mark", Capabilities.all())) {
      session.open(uri("srt/a.py"), "slow()\nslow()\nslow()\n");
      List<Diagnostic> marked = session.awaitDiagnosticsOf(uri("srt/a.py")).getDiagnostics();
      assertEquals(
        List.of(false, true, false),
        marked
          .stream()
          .map(diagnostic -> diagnostic.getMessage().getLeft().endsWith("; on a changed line"))
          .toList()
      );
      assertEquals(
        List.of(false, true, false),
        marked
          .stream()
          .map(diagnostic -> ((JsonObject) diagnostic.getData()).has("changed"))
          .toList()
      );
    }
  }

  @Test
  void theHoverOfOneOnAChangedLineSaysSo() throws IOException, GitAPIException {
    String text = "class Queue:\n  def __init__(self):\n    self.q = []\n  def next(self):\n    self.q.pop(0)\n";
    files.write("srt/c.py", text).commit("second");
    try (TestSession session = session(Analyzer::analyze, "mark", Capabilities.all())) {
      session.open(uri("srt/c.py"), text + "    self.q.pop(0)\n");
      session.awaitDiagnosticsOf(uri("srt/c.py"));
      List<Boolean> marked = List.of(4, 5)
        .stream()
        .map(line -> new HoverParams(new TextDocumentIdentifier(uri("srt/c.py")), new Position(line, 8)))
        .map(place -> TestSession.await(session.server.getTextDocumentService().hover(place)))
        .map(hover -> hover.getContents().getRight().getValue().contains("; on a line that is new or changed"))
        .toList();
      assertEquals(List.of(false, true), marked);
    }
  }

  @Test
  void aCommitThatIsMadeElsewhereIsNoticed() throws IOException, GitAPIException {
    try (TestSession session = session("changed", Capabilities.all())) {
      session.open(uri("srt/a.py"), BEFORE + "slow()\n");
      assertEquals(List.of(3), lines(session, "srt/a.py"));
      files.write("srt/a.py", BEFORE + "slow()\n").commit("second");
      assertEquals(List.of(), lines(session, "srt/a.py"), "without a word from the client");
      session.change(uri("srt/a.py"), 2, TestSession.replacing(TestSession.range(1, 0, 1, 6), "slow()"));
      assertEquals(List.of(1), lines(session, "srt/a.py"));
      files.write("srt/a.py", "slow()\nslow()\nslow()\nslow()\n").commit("third");
      session.server
        .getTextDocumentService()
        .didSave(new DidSaveTextDocumentParams(new TextDocumentIdentifier(uri("srt/a.py"))));
      assertEquals(List.of(), lines(session, "srt/a.py"), "when the document is saved");
    }
  }

  @Test
  void onABranchItIsComparedWithWhereTheBranchBegan() throws IOException, GitAPIException {
    files
      .branch("work")
      .write("srt/a.py", BEFORE + "slow()\n")
      .commit("second");
    try (TestSession session = session("changed", Capabilities.all())) {
      session.open(uri("srt/a.py"), BEFORE + "slow()\n");
      assertEquals(List.of(3), lines(session, "srt/a.py"), "what is committed on the branch is part of the change");
      files.checkOut("main");
      session.changedOnDisk(folder.toUri() + ".git/HEAD", FileChangeType.Changed);
      files.write("srt/a.py", BEFORE + "slow()\n").commit("the same on main");
      assertEquals(List.of(), lines(session, "srt/a.py"));
    }
  }

  @Test
  void aFileThatWasMovedIsComparedWithWhatItWas() throws IOException, GitAPIException {
    files.delete("srt/a.py").write("srt/moved.py", BEFORE + "slow()\n");
    files.delete("srt/b.py").stage();
    try (TestSession session = session("changed", Capabilities.all())) {
      session.open(uri("srt/moved.py"), BEFORE + "slow()\n");
      assertEquals(List.of(3), lines(session, "srt/moved.py"));
    }
  }

  @Test
  void pullsAndScansAreAboutChangedLinesToo() throws IOException {
    files.write("srt/b.py", BEFORE + "slow()\n");
    try (TestSession session = session("changed", Capabilities.pulling())) {
      session.open(uri("srt/a.py"), "slow()\nfast()\nslow(); fast()\n");
      var document = TestSession.await(
        session.server
          .getTextDocumentService()
          .diagnostic(new DocumentDiagnosticParams(new TextDocumentIdentifier(uri("srt/a.py"))))
      );
      assertEquals(List.of(2), linesOf(document.getRelatedFullDocumentDiagnosticReport().getItems()));
      var workspace = TestSession.await(
        session.server.getWorkspaceService().diagnostic(new WorkspaceDiagnosticParams(List.of()))
      );
      assertEquals(
        List.of(3),
        workspace
          .getItems()
          .stream()
          .map(item -> item.getWorkspaceFullDocumentDiagnosticReport())
          .filter(item -> item.getUri().equals(uri("srt/b.py")))
          .flatMap(item -> linesOf(item.getItems()).stream())
          .toList()
      );
      session.client.refreshes.clear();
    }
    try (TestSession session = session("changed", Capabilities.all())) {
      TestSession.await(
        session.server
          .getWorkspaceService()
          .executeCommand(new ExecuteCommandParams("perfReview.scanWorkspace", List.of()))
      );
      assertTrue(session.awaitMessage().getMessage().contains("1 error in 1 of them"));
      assertEquals(List.of(3), lines(session, "srt/b.py"));
    }
  }

  @Test
  void outsideOfRepositoriesAllIsShownWhichIsSaidOnce() {
    try (TestSession session = session("changed", Capabilities.all())) {
      for (String name : List.of("one.py", "two.py", "sub/three.py")) {
        String uri = root.resolve(name).toUri().toString();
        session.open(uri, BEFORE);
        assertEquals(List.of(0, 2), linesOf(session.awaitDiagnosticsOf(uri).getDiagnostics()));
      }
      assertEquals(
        "all findings of files in " +
          root +
          " are shown, whether their lines have changed or not: it lies in no git repository",
        session.awaitLog().getMessage()
      );
      session.open("untitled:one", BEFORE);
      assertEquals(List.of(0, 2), linesOf(session.awaitDiagnosticsOf("untitled:one").getDiagnostics()));
    }
  }

  @Test
  void theFilesOfTheRepositoryAreWatchedWhereTheClientCan() {
    try (TestSession session = new TestSession(new SlowCalls())) {
      session.initialize(
        Capabilities.of("{ \"workspace\": { \"didChangeWatchedFiles\": { \"dynamicRegistration\": true } } }"),
        folder.toUri().toString()
      );
      String watched = String.valueOf(session.awaitRegistrations().getFirst().getRegisterOptions());
      for (String glob : List.of("**/.git/HEAD", "**/.git/packed-refs", "**/.git/refs/**")) {
        assertTrue(watched.contains(glob), watched);
      }
      session.discardProgress();
    }
  }

  private TestSession session(String scope, ClientCapabilities capabilities) {
    return session(new SlowCalls(), scope, capabilities);
  }

  private TestSession session(FileAnalyzer analyzer, String scope, ClientCapabilities capabilities) {
    TestSession session = new TestSession(analyzer);
    InitializeParams parameters = new InitializeParams();
    parameters.setCapabilities(capabilities);
    parameters.setWorkspaceFolders(List.of(new WorkspaceFolder(folder.toUri().toString(), "code")));
    parameters.setInitializationOptions(settings(scope));
    TestSession.await(session.server.initialize(parameters));
    session.server.initialized(new InitializedParams());
    session.discardProgress();
    return session;
  }

  private static JsonObject settings(String scope) {
    return JsonParser.parseString("{\"perfReview\":{\"scope\":\"" + scope + "\"}}").getAsJsonObject();
  }

  private static void set(TestSession session, String scope) {
    session.server.getWorkspaceService().didChangeConfiguration(new DidChangeConfigurationParams(settings(scope)));
  }

  private String uri(String path) {
    return folder.resolve(path).toUri().toString();
  }

  private List<Integer> lines(TestSession session, String path) {
    return linesOf(session.awaitDiagnosticsOf(uri(path)).getDiagnostics());
  }

  private static List<Integer> linesOf(List<Diagnostic> diagnostics) {
    return diagnostics
      .stream()
      .map(diagnostic -> diagnostic.getRange().getStart().getLine())
      .toList();
  }
}
