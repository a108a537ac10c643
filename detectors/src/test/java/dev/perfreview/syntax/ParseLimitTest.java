package dev.perfreview.syntax;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ParseLimitTest {

  @Test
  void stopsAfterTheTimeThatALengthMayTake() {
    ParseLimit limit = new ParseLimit(1_000_000, () -> false);
    assertFalse(limit.isReached(TimeUnit.SECONDS.toNanos(7)));
    assertDoesNotThrow(limit::throwIfReached);
    assertTrue(limit.isReached(TimeUnit.SECONDS.toNanos(7) + 1));
    ParseTimeoutException stopped = assertThrows(ParseTimeoutException.class, limit::throwIfReached);
    assertEquals("it has syntax errors that take more than 7 seconds to parse", stopped.getMessage());
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void anOutdatedTextIsGivenUpAndTheNextOneIsParsedAsIfFromNothing(Language language) {
    String code = SampleCode.of(language, 40);
    try (SyntaxTree tree = SyntaxTree.parse(language, new SourceText(code))) {
      SyntaxSnapshot before = tree.snapshot();
      List<TextEdit> broken = List.of(TextEdit.insert(0, "x ( ] { "));
      assertThrows(CancellationException.class, () -> tree.edit(broken, () -> true));
      assertEquals(before, tree.snapshot());
      SyntaxSnapshot caughtUp = tree.edit(List.of());
      assertEquals("x ( ] { " + code, caughtUp.text().string());
      assertSameAsFreshParse(caughtUp);
      assertThrows(CancellationException.class, () -> tree.edit(List.of(TextEdit.insert(0, ") ")), () -> true));
      SyntaxSnapshot mended = tree.edit(List.of(TextEdit.delete(0, "x ( ] { ) ".length())));
      assertEquals(code, mended.text().string());
      assertSameAsFreshParse(mended);
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void aTextThatIsOutdatedFromTheStartIsNotParsed(Language language) {
    SourceText code = new SourceText(SampleCode.of(language, 40));
    assertThrows(CancellationException.class, () -> SyntaxTree.parse(language, code, () -> true).close());
  }

  private static void assertSameAsFreshParse(SyntaxSnapshot edited) {
    SyntaxSnapshot fresh = SyntaxTree.snapshotOf(edited.language(), edited.text().string());
    assertEquals(TreeDescription.of(fresh), TreeDescription.of(edited));
  }
}
