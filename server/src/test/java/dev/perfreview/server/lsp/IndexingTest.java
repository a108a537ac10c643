package dev.perfreview.server.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perfreview.analysis.Analyzer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.FileChangeType;
import org.eclipse.lsp4j.FileEvent;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.WorkDoneProgressBegin;
import org.eclipse.lsp4j.WorkDoneProgressEnd;
import org.eclipse.lsp4j.WorkDoneProgressNotification;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.WorkspaceFoldersChangeEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A coroutine that blocks through a function of another file: whether that is found tells what the server knows of the other file. */
class IndexingTest {

  private static final String HANDLER =
    "from app.loaders import back_off\n\n\nasync def handle(request):\n    back_off(request)\n";
  private static final String BLOCKING = "import time\n\n\ndef back_off(request):\n    time.sleep(1)\n";
  private static final String HARMLESS = "import time\n\n\ndef back_off(request):\n    return request.size\n";

  private Path folder = Path.of(".");

  @BeforeEach
  void write(@TempDir Path temporary) throws IOException {
    folder = temporary.toRealPath().resolve("ein ordner");
    Files.createDirectories(folder.resolve("app"));
    Files.writeString(folder.resolve("perf-review.toml"), "min-impact = 'minor'\n");
    Files.writeString(folder.resolve("app/loaders.py"), BLOCKING);
    Files.writeString(folder.resolve("app/server.py"), HANDLER);
  }

  private String uri(String path) {
    return folder.resolve(path).toUri().toString();
  }

  private TestSession session(ClientCapabilities capabilities) {
    TestSession session = new TestSession(Analyzer::analyze);
    session.initialize(capabilities, folder.toUri().toString());
    return session;
  }

  /** A session in which the handler is open and the folder indexed. */
  private TestSession indexed() {
    TestSession session = session(Capabilities.all());
    session.open(uri("app/server.py"), HANDLER);
    assertEquals(0, found(session), "before the folder is indexed");
    assertEquals(1, found(session), "after it is indexed");
    return session;
  }

  private int found(TestSession session) {
    PublishDiagnosticsParams published = session.awaitDiagnostics();
    assertEquals(uri("app/server.py"), published.getUri());
    return published.getDiagnostics().size();
  }

  private void announce(TestSession session, FileChangeType type) {
    session.server
      .getWorkspaceService()
      .didChangeWatchedFiles(new DidChangeWatchedFilesParams(List.of(new FileEvent(uri("app/loaders.py"), type))));
  }

  @Test
  void showsItsProgress() {
    ClientCapabilities capabilities = Capabilities.of("{ \"window\": { \"workDoneProgress\": true } }");
    try (TestSession session = session(capabilities)) {
      WorkDoneProgressBegin begin = (WorkDoneProgressBegin) session.awaitProgress();
      assertEquals("perf-review: indexing ein ordner", begin.getTitle());
      WorkDoneProgressNotification last = begin;
      while (!(last instanceof WorkDoneProgressEnd)) {
        last = session.awaitProgress();
      }
    }
  }

  @Test
  void pointsToTheOtherFile() {
    try (TestSession session = session(Capabilities.all())) {
      session.open(uri("app/server.py"), HANDLER);
      assertEquals(0, found(session));
      Diagnostic diagnostic = session.awaitDiagnostics().getDiagnostics().getFirst();
      List<DiagnosticRelatedInformation> related = diagnostic.getRelatedInformation();
      DiagnosticRelatedInformation last = related.getLast();
      assertEquals(uri("app/loaders.py"), last.getLocation().getUri());
      assertEquals(4, last.getLocation().getRange().getStart().getLine());
    }
  }

  @Test
  void followsEditsOfTheOtherFile() {
    try (TestSession session = indexed()) {
      session.open(uri("app/loaders.py"), BLOCKING);
      assertEquals(uri("app/loaders.py"), session.awaitDiagnostics().getUri());
      session.change(uri("app/loaders.py"), 2, TestSession.replacing(TestSession.range(4, 0, 5, 0), "    pass\n"));
      assertEquals(uri("app/loaders.py"), session.awaitDiagnostics().getUri());
      assertEquals(0, found(session), "after the edit");
      session.close(uri("app/loaders.py"));
      assertEquals(uri("app/loaders.py"), session.awaitDiagnostics().getUri());
      assertEquals(1, found(session), "what is on the disk counts again");
    }
  }

  @Test
  void followsFilesThatAreWatched() throws IOException {
    try (TestSession session = indexed()) {
      Files.writeString(folder.resolve("app/loaders.py"), HARMLESS);
      announce(session, FileChangeType.Changed);
      assertEquals(0, found(session), "changed");
      Files.writeString(folder.resolve("app/loaders.py"), BLOCKING);
      announce(session, FileChangeType.Changed);
      assertEquals(1, found(session), "changed back");
      Files.delete(folder.resolve("app/loaders.py"));
      announce(session, FileChangeType.Deleted);
      assertEquals(0, found(session), "deleted");
      Files.writeString(folder.resolve("app/loaders.py"), BLOCKING);
      announce(session, FileChangeType.Created);
      assertEquals(1, found(session), "created");
    }
  }

  @Test
  void followsTheConfigurationOfTheFolder() throws IOException {
    try (TestSession session = indexed()) {
      Files.writeString(folder.resolve("perf-review.toml"), "min-impact = 'minor'\nexclude = ['loaders.py']\n");
      session.server
        .getWorkspaceService()
        .didChangeWatchedFiles(
          new DidChangeWatchedFilesParams(List.of(new FileEvent(uri("perf-review.toml"), FileChangeType.Changed)))
        );
      assertEquals(1, found(session), "with the new settings and the old index");
      assertEquals(0, found(session), "without the file that is excluded now");
    }
  }

  @Test
  void indexesFoldersThatAreAdded() {
    try (TestSession session = new TestSession(Analyzer::analyze)) {
      session.initialize(Capabilities.all());
      session.open(uri("app/server.py"), HANDLER);
      assertEquals(0, found(session));
      session.server
        .getWorkspaceService()
        .didChangeWorkspaceFolders(
          new DidChangeWorkspaceFoldersParams(
            new WorkspaceFoldersChangeEvent(List.of(new WorkspaceFolder(folder.toUri().toString(), "f")), List.of())
          )
        );
      assertEquals(0, found(session), "with the settings of the folder");
      assertEquals(1, found(session), "after it is indexed");
    }
  }

  @Test
  void leavesDocumentsOfNoFolderOnTheirOwn() {
    try (TestSession session = indexed()) {
      session.open("untitled:other", HANDLER);
      PublishDiagnosticsParams published = session.awaitDiagnostics();
      assertEquals("untitled:other", published.getUri());
      assertTrue(published.getDiagnostics().isEmpty());
    }
  }
}
