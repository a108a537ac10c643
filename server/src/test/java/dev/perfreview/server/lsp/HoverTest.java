package dev.perfreview.server.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perfreview.analysis.Analyzer;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.junit.jupiter.api.Test;

class HoverTest {

  private static final String URI = TestSession.FOLDER + "/a.py";

  @Test
  void explainsTheFindingAndItsRule() {
    try (TestSession session = TestSession.greeted(Analyzer::analyze, Capabilities.all())) {
      session.open(URI, "x = 1  # perf: ignore[gone]\n");
      session.awaitDiagnostics();
      Hover hover = hoverAt(session, 0, 12);
      assertEquals(0, hover.getRange().getStart().getLine());
      MarkupContent content = hover.getContents().getRight();
      assertEquals("markdown", content.getKind());
      assertTrue(content.getValue().startsWith("**negligible** `unused-suppression`: "), content.getValue());
      assertTrue(content.getValue().contains("## What it does"), content.getValue());
    }
  }

  @Test
  void tellsWhatTheFixWinsAsMeasured() {
    String text =
      "class Scheduler:\n  def __init__(self):\n    self.q = []\n  # perf: hot(step)\n  def run(self):\n    return self.q.pop(0)\n";
    try (TestSession session = TestSession.greeted(Analyzer::analyze, Capabilities.all())) {
      session.open(URI, text);
      assertEquals(1, session.awaitDiagnostics().getDiagnostics().size());
      String hover = hoverAt(session, 5, 14).getContents().getRight().getValue();
      assertTrue(
        hover.matches(
          "(?s)\\*\\*significant\\*\\* `list-pop-front`: .*\nmeasured: time [\\d.,]+ ms before the fix, .*"
        ),
        hover
      );
    }
  }

  @Test
  void isPlainTextForAClientThatReadsNoMarkdown() {
    try (TestSession session = TestSession.greeted(Analyzer::analyze, Capabilities.none())) {
      session.open(URI, "x = 1  # perf: ignore[gone]\n");
      session.awaitDiagnostics();
      assertEquals("plaintext", hoverAt(session, 0, 12).getContents().getRight().getKind());
    }
  }

  @Test
  void isAbsentElsewhere() {
    try (TestSession session = TestSession.greeted()) {
      session.open(URI, "slow()\n");
      session.awaitDiagnostics();
      assertNull(hoverAt(session, 0, 5));
      assertNull(hoverAt(session, 70, 0));
      session.close(URI);
      session.awaitDiagnostics();
      assertNull(hoverAt(session, 0, 0));
    }
  }

  private static Hover hoverAt(TestSession session, int line, int column) {
    return TestSession.await(
      session.server
        .getTextDocumentService()
        .hover(new HoverParams(new TextDocumentIdentifier(URI), new Position(line, column)))
    );
  }
}
