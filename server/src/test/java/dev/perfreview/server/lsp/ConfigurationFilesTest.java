package dev.perfreview.server.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.FileChangeType;
import org.eclipse.lsp4j.FileEvent;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationFilesTest {

  private Path folder = Path.of(".");
  private Path file = Path.of(".");

  @BeforeEach
  void folder(@TempDir Path temporary) throws IOException {
    folder = temporary.toRealPath();
    file = folder.resolve("perf-review.toml");
  }

  @Test
  void holdForTheirFolder() throws IOException {
    Files.writeString(file, "min-impact = 'minor'\nmax-severity = 'warning'\nexclude = ['generated']\n");
    try (TestSession session = greeted()) {
      session.open(uri("a.py"), "slow()\ndull()\n");
      List<Diagnostic> diagnostics = session.awaitDiagnostics().getDiagnostics();
      assertEquals(1, diagnostics.size());
      assertEquals(DiagnosticSeverity.Warning, diagnostics.getFirst().getSeverity());
      session.open(uri("generated/a.py"), "slow()\n");
      assertEquals(List.of(), session.awaitDiagnostics().getDiagnostics());
      session.open("file:///elsewhere/a.py", "slow()\ndull()\n");
      assertEquals(2, session.awaitDiagnostics().getDiagnostics().size());
    }
  }

  @Test
  void areReadAgainWhenTheyChange() throws IOException {
    try (TestSession session = greeted()) {
      session.open(uri("a.py"), "slow()\ndull()\n");
      assertEquals(2, session.awaitDiagnostics().getDiagnostics().size());
      write(session, "min-impact = 'minor'\n");
      assertEquals(1, session.awaitDiagnostics().getDiagnostics().size());
      Files.delete(file);
      changed(session);
      assertEquals(2, session.awaitDiagnostics().getDiagnostics().size());
    }
  }

  @Test
  void withErrorsShowThemAndTheLastGoodSettingsStay() throws IOException {
    Files.writeString(file, "min-impact = 'minor'\n");
    try (TestSession session = greeted()) {
      session.open(uri("a.py"), "slow()\ndull()\n");
      assertEquals(1, session.awaitDiagnostics().getDiagnostics().size());

      write(session, "# broken\nmin-impact = 'huge'\n");
      PublishDiagnosticsParams problems = session.awaitDiagnostics();
      assertEquals(file.toUri().toString(), problems.getUri());
      Diagnostic problem = problems.getDiagnostics().getFirst();
      assertEquals(1, problem.getRange().getStart().getLine());
      assertTrue(problem.getRange().getEnd().getCharacter() > problem.getRange().getStart().getCharacter());
      assertEquals(DiagnosticSeverity.Error, problem.getSeverity());
      assertEquals("perf-review", problem.getSource());
      assertEquals(1, session.awaitDiagnostics().getDiagnostics().size(), "the last good settings stay");

      write(session, "min-impact = 'negligible'\n");
      PublishDiagnosticsParams mended = session.awaitDiagnostics();
      assertEquals(file.toUri().toString(), mended.getUri());
      assertEquals(List.of(), mended.getDiagnostics());
      assertEquals(2, session.awaitDiagnostics().getDiagnostics().size());
    }
  }

  @Test
  void withTheSameErrorsAreNotPublishedAgain() throws IOException {
    Files.writeString(file, "min-impact = 'huge'\n");
    try (TestSession session = greeted()) {
      assertEquals(file.toUri().toString(), session.awaitDiagnostics().getUri());
      session.open(uri("a.py"), "slow()\n");
      assertEquals(uri("a.py"), session.awaitDiagnostics().getUri());
      changed(session);
      assertEquals(uri("a.py"), session.awaitDiagnostics().getUri());
    }
  }

  @Test
  void thatAreNotTextAreErrors() throws IOException {
    Files.write(file, new byte[] { (byte) 0xff, 0, (byte) 0xfe });
    try (TestSession session = greeted()) {
      assertEquals(1, session.awaitDiagnostics().getDiagnostics().size());
      session.open(uri("a.py"), "slow()\n");
      assertEquals(1, session.awaitDiagnostics().getDiagnostics().size());
    }
  }

  private TestSession greeted() {
    TestSession session = new TestSession(new SlowCalls());
    session.initialize(Capabilities.all(), folder.toUri().toString());
    return session;
  }

  private String uri(String path) {
    return folder.resolve(path).toUri().toString();
  }

  private void write(TestSession session, String text) throws IOException {
    Files.writeString(file, text);
    changed(session);
  }

  private void changed(TestSession session) {
    session.server
      .getWorkspaceService()
      .didChangeWatchedFiles(
        new DidChangeWatchedFilesParams(List.of(new FileEvent(file.toUri().toString(), FileChangeType.Changed)))
      );
  }
}
