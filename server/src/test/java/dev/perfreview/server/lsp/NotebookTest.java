package dev.perfreview.server.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.perfreview.analysis.Analyzer;
import dev.perfreview.server.lsp.session.FileAnalyzer;
import java.util.List;
import java.util.Objects;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeNotebookDocumentParams;
import org.eclipse.lsp4j.DidCloseNotebookDocumentParams;
import org.eclipse.lsp4j.DidOpenNotebookDocumentParams;
import org.eclipse.lsp4j.DidSaveNotebookDocumentParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.NotebookCell;
import org.eclipse.lsp4j.NotebookCellArrayChange;
import org.eclipse.lsp4j.NotebookCellKind;
import org.eclipse.lsp4j.NotebookDocument;
import org.eclipse.lsp4j.NotebookDocumentChangeEvent;
import org.eclipse.lsp4j.NotebookDocumentChangeEventCellStructure;
import org.eclipse.lsp4j.NotebookDocumentChangeEventCellTextContent;
import org.eclipse.lsp4j.NotebookDocumentChangeEventCells;
import org.eclipse.lsp4j.NotebookDocumentIdentifier;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedNotebookDocumentIdentifier;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.junit.jupiter.api.Test;

class NotebookTest {

  private static final String NOTEBOOK = TestSession.FOLDER + "/examples/demo.ipynb";

  @Test
  void isOfferedToClientsThatHaveNotebooks() {
    try (TestSession session = new TestSession(new SlowCalls())) {
      assertNull(session.initialize(Capabilities.all()).getCapabilities().getNotebookDocumentSync());
    }
    try (TestSession session = new TestSession(new SlowCalls())) {
      InitializeResult result = session.initialize(notebooks());
      var sync = result.getCapabilities().getNotebookDocumentSync();
      assertEquals("python", sync.getNotebookSelector().getFirst().getCells().getFirst().getLanguage());
    }
  }

  @Test
  void hasCellsThatAreReviewedEachOnItsOwn() {
    try (TestSession session = session(new SlowCalls())) {
      open(session, cell("1", "x = slow()\n"), cell("2", "dull()\nslow()\n"), item("3", "markdown", "slow"));
      assertEquals(List.of("0:4 `slow` blocks; runs in examples/demo.ipynb"), found(session, "1"));
      assertEquals(
        List.of("0:0 `dull` is called", "1:0 `slow` blocks; runs in examples/demo.ipynb"),
        found(session, "2")
      );

      NotebookDocumentChangeEventCells cells = new NotebookDocumentChangeEventCells();
      cells.setTextContent(
        List.of(
          new NotebookDocumentChangeEventCellTextContent(
            new VersionedTextDocumentIdentifier(uri("2"), 2),
            List.of(TestSession.replacing(TestSession.range(0, 0, 1, 0), "# é\n"))
          )
        )
      );
      change(session, cells);
      assertEquals(List.of("1:0 `slow` blocks; runs in examples/demo.ipynb"), found(session, "2"));

      NotebookDocumentChangeEventCellStructure structure = new NotebookDocumentChangeEventCellStructure(
        new NotebookCellArrayChange(0, 1, List.of(new NotebookCell(NotebookCellKind.Code, uri("4"))))
      );
      structure.setDidClose(List.of(new TextDocumentIdentifier(uri("1"))));
      structure.setDidOpen(List.of(cell("4", "slow(); slow()")));
      cells = new NotebookDocumentChangeEventCells();
      cells.setStructure(structure);
      change(session, cells);
      assertEquals(List.of(), found(session, "1"), "of a cell that is gone");
      assertEquals(2, found(session, "4").size());

      var notebook = session.server.getNotebookDocumentService();
      notebook.didSave(new DidSaveNotebookDocumentParams(new NotebookDocumentIdentifier(NOTEBOOK)));
      notebook.didClose(
        new DidCloseNotebookDocumentParams(
          new NotebookDocumentIdentifier(NOTEBOOK),
          List.of(new TextDocumentIdentifier(uri("2")), new TextDocumentIdentifier(uri("4")))
        )
      );
      assertEquals(List.of(), found(session, "2"));
      assertEquals(List.of(), found(session, "4"));
    }
  }

  @Test
  void mayHoldLinesForIPython() {
    String magics =
      "%load_ext autoreload\n!pip install \\\n  slow\nfiles = !ls slow*\nx = slow()\nslow?\nif x:\n    !slow\n";
    try (TestSession session = session(new SlowCalls())) {
      open(session, cell("1", magics), cell("2", "%%bash\nslow\n"), cell("3", "%%time\nslow()\n"));
      assertEquals(List.of("4:4 `slow` blocks; runs in examples/demo.ipynb"), found(session, "1"));
      assertEquals(List.of(), found(session, "2"), "is not Python");
      assertEquals(List.of("1:0 `slow` blocks; runs in examples/demo.ipynb"), found(session, "3"));
    }
  }

  @Test
  void leavesLinesForIPythonAloneWhenItFixes() {
    String text = "!echo 'a'\n# perf: ignore[first-gone]\n\n%time f()\n# perf: ignore[second-gone]\nx = 1\n";
    try (TestSession session = session(Analyzer::analyze)) {
      open(session, cell("1", text));
      assertEquals(2, found(session, "1").size());
      var actions = TestSession.await(
        session.server
          .getTextDocumentService()
          .codeAction(
            new CodeActionParams(
              new TextDocumentIdentifier(uri("1")),
              TestSession.range(0, 0, 0, 0),
              new CodeActionContext(List.of(), List.of("source.fixAll"))
            )
          )
      );
      assertEquals(1, actions.size());
      var edits = Objects.requireNonNull(actions.getFirst().getRight().getEdit().getChanges().get(uri("1")));
      assertEquals(
        List.of(TestSession.range(1, 0, 2, 0), TestSession.range(4, 0, 5, 0)),
        edits
          .stream()
          .map(edit -> edit.getRange())
          .toList()
      );
    }
  }

  private static ClientCapabilities notebooks() {
    return Capabilities.of("{ \"notebookDocument\": { \"synchronization\": {} } }");
  }

  private static TestSession session(FileAnalyzer analyzer) {
    return TestSession.greeted(analyzer, notebooks());
  }

  private static String uri(String cell) {
    return "notebook-cell-of-some-editor:" + cell;
  }

  private static TextDocumentItem cell(String name, String text) {
    return item(name, "python", text);
  }

  private static TextDocumentItem item(String name, String language, String text) {
    return new TextDocumentItem(uri(name), language, 1, text);
  }

  private static void open(TestSession session, TextDocumentItem... cells) {
    session.server
      .getNotebookDocumentService()
      .didOpen(
        new DidOpenNotebookDocumentParams(
          new NotebookDocument(NOTEBOOK, "jupyter-notebook", 1, List.of()),
          List.of(cells)
        )
      );
  }

  private static void change(TestSession session, NotebookDocumentChangeEventCells cells) {
    NotebookDocumentChangeEvent event = new NotebookDocumentChangeEvent();
    event.setCells(cells);
    session.server
      .getNotebookDocumentService()
      .didChange(new DidChangeNotebookDocumentParams(new VersionedNotebookDocumentIdentifier(2, NOTEBOOK), event));
  }

  /** What is shown for a cell: cells are reviewed side by side, and their diagnostics come in any order. */
  private static List<String> found(TestSession session, String cell) {
    PublishDiagnosticsParams published = session.awaitDiagnosticsOf(uri(cell));
    return published.getDiagnostics().stream().map(NotebookTest::told).toList();
  }

  private static String told(Diagnostic diagnostic) {
    var start = diagnostic.getRange().getStart();
    return start.getLine() + ":" + start.getCharacter() + " " + diagnostic.getMessage().getLeft();
  }
}
