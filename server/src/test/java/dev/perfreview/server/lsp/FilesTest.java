package dev.perfreview.server.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perfreview.analysis.Analyzer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.CreateFilesParams;
import org.eclipse.lsp4j.DeleteFilesParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.FileChangeType;
import org.eclipse.lsp4j.FileCreate;
import org.eclipse.lsp4j.FileDelete;
import org.eclipse.lsp4j.FileOperationsServerCapabilities;
import org.eclipse.lsp4j.FileRename;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.RenameFilesParams;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A coroutine that blocks through a function of another file tells whether the server knows what became of that file. */
class FilesTest {

  private static final String HANDLER =
    "from app.loaders import back_off\n\n\nasync def handle(request):\n    back_off(request)\n";
  private static final String BLOCKING = "import time\n\n\ndef back_off(request):\n    time.sleep(1)\n";

  private Path folder = Path.of(".");

  @BeforeEach
  void write(@TempDir Path temporary) throws IOException {
    folder = temporary.toRealPath();
    Files.createDirectories(folder.resolve("app"));
    Files.writeString(folder.resolve("perf-review.toml"), "min-impact = 'minor'\n");
    Files.writeString(folder.resolve("app/loaders.py"), BLOCKING);
    Files.writeString(folder.resolve("server.py"), HANDLER);
  }

  @Test
  void areFollowedWhenTheUserRenamesThem() throws IOException {
    try (TestSession session = indexed()) {
      Files.move(folder.resolve("app/loaders.py"), folder.resolve("app/other.py"));
      rename(session, "app/loaders.py", "app/other.py");
      assertEquals(0, found(session));
      Files.move(folder.resolve("app/other.py"), folder.resolve("app/loaders.py"));
      rename(session, "app/other.py", "app/loaders.py");
      assertEquals(1, found(session));
    }
  }

  @Test
  void areFollowedWhenTheirFolderIsRenamed() throws IOException {
    try (TestSession session = indexed()) {
      Files.move(folder.resolve("app"), folder.resolve("old"));
      rename(session, "app", "old");
      assertEquals(0, found(session));
      Files.move(folder.resolve("old"), folder.resolve("app"));
      rename(session, "old", "app");
      assertEquals(1, found(session));
    }
  }

  @Test
  void areFollowedWhenTheUserCreatesAndDeletesThem() throws IOException {
    try (TestSession session = indexed()) {
      Files.delete(folder.resolve("app/loaders.py"));
      session.server
        .getWorkspaceService()
        .didDeleteFiles(new DeleteFilesParams(List.of(new FileDelete(uri("app/loaders.py")))));
      assertEquals(0, found(session));
      Files.writeString(folder.resolve("app/loaders.py"), BLOCKING);
      session.server
        .getWorkspaceService()
        .didCreateFiles(new CreateFilesParams(List.of(new FileCreate(uri("app/loaders.py")))));
      assertEquals(1, found(session));
    }
  }

  @Test
  void operationsAreAskedForInTheCapabilities() {
    try (TestSession session = new TestSession(new SlowCalls())) {
      FileOperationsServerCapabilities operations = session
        .initialize(Capabilities.all())
        .getCapabilities()
        .getWorkspace()
        .getFileOperations();
      assertEquals("**/*.{py,pyi,rs}", operations.getDidRename().getFilters().getFirst().getPattern().getGlob());
      assertEquals(null, operations.getWillRename());
    }
  }

  @Test
  void ofConfigurationAreReadWhenTheyAreSavedByAClientThatWatchesNone() throws IOException {
    try (TestSession session = new TestSession(new SlowCalls())) {
      session.initialize(Capabilities.all(), folder.toUri().toString());
      session.open(uri("server.py"), "slow()\ndull()\n");
      assertEquals(1, found(session));
      Files.writeString(folder.resolve("perf-review.toml"), "");
      session.server
        .getTextDocumentService()
        .didSave(new DidSaveTextDocumentParams(new TextDocumentIdentifier(uri("perf-review.toml"))));
      assertEquals(2, found(session));
    }
  }

  @Test
  void areTheSameHoweverTheirUrisAreWritten() throws IOException {
    Path odd = Files.createDirectories(folder.resolve("ä b"));
    Files.writeString(odd.resolve("c.py"), BLOCKING);
    try (TestSession session = indexed()) {
      String encoded = folder.toUri() + "%C3%A4%20b/c.py";
      String plain = folder.toUri() + "ä%20b/c.py";
      session.open(encoded, "async def f():\n    import time\n    time.sleep(1)\n");
      assertEquals(1, session.awaitDiagnosticsOf(encoded).getDiagnostics().size());
      // What is on the disk must not be taken in the place of the open text.
      session.changedOnDisk(plain, FileChangeType.Changed);
      session.close(encoded);
      assertEquals(0, session.awaitDiagnosticsOf(encoded).getDiagnostics().size());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "file:///c%3A/code, file:///c%3A/code/srt/a.py, srt/a.py",
    "file:///C:/code, file:///c%3A/code/srt/a.py, srt/a.py",
    "file:///c%3A/code/, file:///C:/code/srt/a%20b.py, srt/a b.py",
    "file:///d%3A, file:///d%3A/a.py, a.py",
    "file:///c%3A/code, file:///d%3A/code/a.py, d:/code/a.py",
    "file:///workspace, file:///workspace/%C3%BC/a.py, ü/a.py",
    "file:///workspace, file:///workspace/ü/a.py, ü/a.py",
    "file:///workspace, file:///workspace/a%23b.py, a#b.py",
    "file:///workspace, untitled:Untitled-1, Untitled-1",
    "file:///workspace, vscode-vfs://github/o/r/a.py, /o/r/a.py",
    "vscode-vfs://github/o/r, vscode-vfs://github/o/r/srt/a.py, srt/a.py",
  })
  void lieInTheirFolder(String workspace, String uri, String path) {
    try (TestSession session = new TestSession(new SlowCalls())) {
      session.initialize(Capabilities.all(), workspace);
      session.open(uri, "python", "slow()");
      PublishDiagnosticsParams published = session.awaitDiagnostics();
      assertEquals(uri, published.getUri());
      assertEquals("`slow` blocks; runs in " + path, published.getDiagnostics().getFirst().getMessage().getLeft());
    }
  }

  /** Eglot of Emacs 28 names one language for all documents of a server. */
  @ParameterizedTest
  @CsvSource({
    "file:///workspace/a.rs, python, 0",
    "file:///workspace/a.py, rust, 1",
    "file:///workspace/a.py, python-ts, 1",
    "untitled:a, python, 1",
  })
  void areOfTheLanguageThatTheirNamesSay(String uri, String languageId, int found) {
    try (TestSession session = new TestSession(Analyzer::analyze)) {
      session.initialize(Capabilities.all());
      session.open(uri, languageId, "# perf: ignore[gone]\n");
      assertEquals(found, session.awaitDiagnosticsOf(uri).getDiagnostics().size());
    }
  }

  /** A session in which the handler is open and the folder indexed. */
  private TestSession indexed() {
    TestSession session = new TestSession(Analyzer::analyze);
    session.initialize(Capabilities.all(), folder.toUri().toString());
    session.open(uri("server.py"), HANDLER);
    assertEquals(0, found(session), "before the folder is indexed");
    assertEquals(1, found(session), "after it is indexed");
    return session;
  }

  private int found(TestSession session) {
    return session.awaitDiagnosticsOf(uri("server.py")).getDiagnostics().size();
  }

  private void rename(TestSession session, String from, String to) {
    session.server
      .getWorkspaceService()
      .didRenameFiles(new RenameFilesParams(List.of(new FileRename(uri(from), uri(to)))));
  }

  private String uri(String path) {
    String uri = folder.resolve(path).toUri().toString();
    return uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri;
  }
}
