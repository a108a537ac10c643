package dev.perfreview.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.perfreview.rule.Applicability;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SourceText;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class FixApplierTest {

  private static final String IDLE = "x = 1  # perf: ignore[no-such-rule]\n";

  @Test
  void allFixesAreAppliedAndCounted() {
    var fixed = apply(IDLE.repeat(30), Cancellation.NEVER);
    assertEquals("x = 1\n".repeat(30), fixed.text().string());
    assertEquals(30, fixed.fixesApplied());
  }

  @Test
  void adjacentLinesGoInOneRound() {
    var fixed = apply("# perf: ignore[no-such-rule]\n".repeat(30) + "x = 1\n", Cancellation.NEVER);
    assertEquals("x = 1\n", fixed.text().string());
  }

  @Test
  void aTextWithoutFindingsStaysAsItIs() {
    var fixed = apply("x = 1\r\n", Cancellation.NEVER);
    assertEquals("x = 1\r\n", fixed.text().string());
    assertEquals(0, fixed.fixesApplied());
  }

  @Test
  void cancelledWorkEndsWithoutAResult() {
    assertThrows(CancellationException.class, () -> apply(IDLE, () -> true));
  }

  private static FixApplier.Fixed apply(String text, Cancellation cancellation) {
    return FixApplier.apply(
      "a.py",
      new SourceText(text),
      Language.PYTHON,
      AnalysisSettings.standard(),
      Applicability.SAFE,
      cancellation
    );
  }
}
