package dev.perfreview.server.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perfreview.server.lsp.client.PositionEncoding;
import dev.perfreview.server.lsp.document.ContentChanges;
import dev.perfreview.server.lsp.document.Positions;
import dev.perfreview.syntax.SourceText;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Emoji, letters of two and three bytes and a combining mark before whatever is pointed to. */
class PositionEncodingTest {

  private static final String URI = TestSession.FOLDER + "/ü.py";
  private static final String BEFORE = "x = '😀é漢e\u0301'; ";
  private static final String TEXT = "# ünïcode 😀\n" + BEFORE + "slow()  # 漢\n";

  @ParameterizedTest
  @CsvSource({ "utf-16, 14", "utf-8, 20", "utf-32, 13" })
  void countsColumnsAsTheClientDoes(String encoding, int column) {
    try (TestSession session = new TestSession(new SlowCalls())) {
      assertEquals(
        encoding,
        initialize(session, "\"" + encoding + "\"")
          .getCapabilities()
          .getPositionEncoding()
      );
      session.open(URI, TEXT);
      Range slow = TestSession.range(1, column, 1, column + 4);
      assertEquals(slow, onlyRange(session.awaitDiagnostics()), "of a diagnostic");

      List<CodeAction> actions = actionsAt(session, TestSession.range(1, column + 2, 1, column + 2));
      assertEquals(5, actions.size(), "actions within the finding");
      TextEdit fix = editOf(actions.getFirst());
      assertEquals(slow, fix.getRange(), "of a fix");
      assertEquals(
        1,
        actionsAt(session, TestSession.range(1, column - 1, 1, column - 1)).size(),
        "before the finding, all can be fixed but nothing else"
      );
      TextEdit ignore = editOf(actions.get(2));
      TextDocumentContentChangeEvent ignored = new TextDocumentContentChangeEvent(
        ignore.getRange(),
        ignore.getNewText()
      );
      assertEquals(
        TEXT.replace("x = ", "# perf: ignore[slow-call]\nx = "),
        ContentChanges.of(new SourceText(TEXT), List.of(ignored), positions(encoding)).text().string(),
        "of a suppression"
      );

      // The name between the emoji and the call: what is replaced lies behind wide characters too.
      session.change(
        URI,
        2,
        TestSession.replacing(TestSession.range(1, column, 1, column + 4), "ähm"),
        TestSession.replacing(TestSession.range(1, column - 2, 1, column), "; 漢 = slow; ")
      );
      int wide = encoding.equals("utf-8") ? 3 : 1;
      int start = column + wide + 3;
      assertEquals(TestSession.range(1, start, 1, start + 4), onlyRange(session.awaitDiagnostics()), "after edits");
    }
  }

  @ParameterizedTest
  @CsvSource(
    delimiter = '|',
    value = {
      "'\"utf-8\", \"utf-16\"' | utf-8",
      "'\"utf-16\", \"utf-8\"' | utf-16",
      "'\"utf-64\", null, \"utf-32\"' | utf-32",
      "'\"utf-64\"' | utf-16",
      "'' | utf-16",
    }
  )
  void isTheFirstOfThoseThatTheClientPrefers(String offered, String chosen) {
    try (TestSession session = new TestSession(new SlowCalls())) {
      assertEquals(chosen, initialize(session, offered).getCapabilities().getPositionEncoding());
    }
  }

  @Test
  void movesColumnsWithinACharacterToItsStart() {
    SourceText text = new SourceText("a😀b\n漢\n");
    Positions utf8 = new Positions(PositionEncoding.UTF8);
    List<Integer> offsets = IntStream.range(0, 9)
      .mapToObj(column -> utf8.offsetOf(new Position(0, column), text))
      .toList();
    assertEquals(List.of(0, 1, 1, 1, 1, 3, 4, 4, 4), offsets);
    assertEquals(5, utf8.offsetOf(new Position(1, 2), text));
    assertEquals(6, utf8.offsetOf(new Position(1, Integer.MAX_VALUE), text));
    assertEquals(text.length(), utf8.offsetOf(new Position(9, 3), text));
    assertEquals(0, utf8.offsetOf(new Position(-1, -3), text));
  }

  private static InitializeResult initialize(TestSession session, String encodings) {
    return session.initialize(Capabilities.of("{ \"general\": { \"positionEncodings\": [" + encodings + "] } }"));
  }

  private static Positions positions(String kind) {
    return new Positions(
      Arrays.stream(PositionEncoding.values())
        .filter(encoding -> encoding.kind().equals(kind))
        .findFirst()
        .orElseThrow()
    );
  }

  private static TextEdit editOf(CodeAction action) {
    return Objects.requireNonNull(action.getEdit().getChanges().get(URI)).getFirst();
  }

  private static List<CodeAction> actionsAt(TestSession session, Range range) {
    return TestSession.await(
      session.server
        .getTextDocumentService()
        .codeAction(new CodeActionParams(new TextDocumentIdentifier(URI), range, new CodeActionContext(List.of())))
    )
      .stream()
      .map(Either::getRight)
      .toList();
  }

  private static Range onlyRange(PublishDiagnosticsParams published) {
    assertEquals(1, published.getDiagnostics().size());
    return published.getDiagnostics().getFirst().getRange();
  }
}
