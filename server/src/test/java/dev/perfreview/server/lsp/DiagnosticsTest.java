package dev.perfreview.server.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perfreview.server.lsp.session.FileAnalyzer;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.junit.jupiter.api.Test;

class DiagnosticsTest {

  private static final String URI = TestSession.FOLDER + "/srt/a.py";

  @Test
  void tellWhatWasFound() {
    try (TestSession session = TestSession.greeted()) {
      session.open(URI, "x = '😀'; slow()\n");
      PublishDiagnosticsParams published = session.awaitDiagnostics();
      assertEquals(URI, published.getUri());
      assertEquals(1, published.getVersion());
      Diagnostic diagnostic = published.getDiagnostics().getFirst();
      assertEquals(TestSession.range(0, 10, 0, 14), diagnostic.getRange());
      assertEquals("`slow` blocks; runs in srt/a.py", diagnostic.getMessage().getLeft());
      assertEquals(DiagnosticSeverity.Error, diagnostic.getSeverity());
      assertEquals("slow-call", diagnostic.getCode().getLeft());
      assertEquals("perf-review", diagnostic.getSource());
      assertEquals("called here", diagnostic.getRelatedInformation().getFirst().getMessage());
      assertNotNull(diagnostic.getData());
    }
  }

  @Test
  void leaveOutWhatTheClientCannotShow() {
    try (TestSession session = TestSession.greeted(new SlowCalls(), Capabilities.none())) {
      session.open(URI, "slow()\n");
      Diagnostic diagnostic = session.awaitDiagnostics().getDiagnostics().getFirst();
      assertNull(diagnostic.getRelatedInformation());
      assertNull(diagnostic.getCodeDescription());
    }
  }

  @Test
  void followEdits() {
    try (TestSession session = TestSession.greeted()) {
      session.open(URI, "a()\nb()\n");
      assertEquals(List.of(), session.awaitDiagnostics().getDiagnostics());
      session.change(
        URI,
        2,
        TestSession.replacing(TestSession.range(1, 0, 1, 1), "slow"),
        TestSession.replacing(TestSession.range(0, 0, 0, 0), "\n")
      );
      PublishDiagnosticsParams published = session.awaitDiagnostics();
      assertEquals(2, published.getVersion());
      assertEquals(TestSession.range(2, 0, 2, 4), rangeOfOnly(published));
      session.change(URI, 3, new TextDocumentContentChangeEvent("pass\nslow()"));
      assertEquals(TestSession.range(1, 0, 1, 4), rangeOfOnly(session.awaitDiagnostics()));
    }
  }

  @Test
  void ofABurstOfChangesAreThoseOfTheLast() {
    try (TestSession session = TestSession.greeted()) {
      session.open(URI, "");
      session.awaitDiagnostics();
      for (int version = 2; version <= 101; version++) {
        session.change(URI, version, TestSession.replacing(TestSession.range(0, 0, 0, 0), "slow()\n"));
      }
      int published = 0;
      PublishDiagnosticsParams last;
      int before = 1;
      do {
        last = session.awaitDiagnostics();
        assertTrue(last.getVersion() > before, "versions grow");
        assertEquals(last.getVersion() - 1, last.getDiagnostics().size());
        before = last.getVersion();
        published++;
      } while (last.getVersion() < 101);
      assertTrue(published < 100, published + " of 100 versions were published");
    }
  }

  @Test
  void ofAVersionThatIsSupersededAreGivenUp() {
    FileAnalyzer sound = new SlowCalls();
    FileAnalyzer endless = (path, syntax, settings, cancellation) -> {
      while (syntax.text().string().startsWith("endless")) {
        if (cancellation.isCancelled()) {
          throw new CancellationException();
        }
        Thread.onSpinWait();
      }
      return sound.analyze(path, syntax, settings, cancellation);
    };
    try (TestSession session = TestSession.greeted(endless, Capabilities.all())) {
      session.open(URI, "endless");
      session.change(URI, 2, TestSession.replacing(TestSession.range(0, 7, 0, 7), " still"));
      session.change(URI, 3, TestSession.replacing(TestSession.range(0, 0, 0, 13), "slow()"));
      PublishDiagnosticsParams published = session.awaitDiagnostics();
      assertEquals(3, published.getVersion());
      assertEquals(TestSession.range(0, 0, 0, 4), rangeOfOnly(published));
      session.change(URI, 4, new TextDocumentContentChangeEvent("endless"));
      session.close(URI);
      assertEquals(List.of(), session.awaitDiagnostics().getDiagnostics());
    }
  }

  @Test
  void goWhenTheDocumentIsClosed() {
    try (TestSession session = TestSession.greeted()) {
      session.open(URI, "slow()\n");
      assertEquals(1, session.awaitDiagnostics().getDiagnostics().size());
      session.close(URI);
      PublishDiagnosticsParams cleared = session.awaitDiagnostics();
      assertEquals(List.of(), cleared.getDiagnostics());
      session.open(URI, "slow(); slow()\n");
      assertEquals(2, session.awaitDiagnostics().getDiagnostics().size());
    }
  }

  private static Range rangeOfOnly(PublishDiagnosticsParams published) {
    assertEquals(1, published.getDiagnostics().size());
    return published.getDiagnostics().getFirst().getRange();
  }
}
