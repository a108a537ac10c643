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

  @Test
  void aSyntaxErrorInTheSameFunctionHoldsAFixBack() {
    String text = "def broken(:\n    a = 1\n    b = 2\n    c = 3\n    d = 4\n    e = 5\n    " + IDLE;
    var fixed = apply(text, Cancellation.NEVER);
    assertEquals(text, fixed.text().string());
    assertEquals(0, fixed.fixesApplied());
    assertEquals(1, fixed.heldBack());
  }

  @Test
  void aSyntaxErrorWithinThreeLinesHoldsAFixBack() {
    String broken = "broken = = 1\n";
    String lines = "a = 1\n";
    assertEquals(1, apply(broken + lines.repeat(2) + IDLE, Cancellation.NEVER).heldBack());
    assertEquals(1, apply(IDLE + lines.repeat(2) + broken, Cancellation.NEVER).heldBack());
    assertEquals(0, apply(broken + lines.repeat(3) + IDLE, Cancellation.NEVER).heldBack());
  }

  @Test
  void aFunctionAwayFromTheErrorIsFixed() {
    String methods = "class Cache:\n    def broken(self:\n        pass\n" + "\n".repeat(4);
    String fine = "    def fine(self):\n        return 1";
    var fixed = apply(methods + fine + "  # perf: ignore[no-such-rule]\n", Cancellation.NEVER);
    assertEquals(methods + fine + "\n", fixed.text().string());
    assertEquals(1, fixed.fixesApplied());
    assertEquals(0, fixed.heldBack());
  }

  @Test
  void theSameHoldsForRust() {
    String idle = "    let x = 1; // perf: ignore[no-such-rule]\n";
    String head = "impl Cache {\n    fn f(&self) {\n";
    String padding = "        let a = 1;\n".repeat(5);
    String broken = head + "        let a = (1;\n" + padding + idle + "    }\n}\n";
    assertEquals(1, applyToRust(broken).heldBack());
    String apart = head + "        let a = (1;\n    }\n" + "\n".repeat(5) + "    fn g(&self) {\n" + idle + "    }\n}\n";
    assertEquals(1, applyToRust(apart).fixesApplied());
  }

  private static FixApplier.Fixed applyToRust(String text) {
    return FixApplier.apply(
      "a.rs",
      new SourceText(text),
      Language.RUST,
      AnalysisSettings.standard(),
      Applicability.SAFE,
      Cancellation.NEVER
    );
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
