package dev.perfreview.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perfreview.heat.Heat;
import dev.perfreview.syntax.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Comments at functions say how often these run. */
class DeclaredHeatTest {

  @Test
  void onTheLineOfTheNameAndAboveIt() {
    assertHeats(
      List.of(Heat.STEP, Heat.TOKEN, Heat.REQUEST, Heat.STEP, Heat.COLD, Heat.UNLISTED),
      """
      def a():  # perf: hot(step)
          slow()

      # perf: hot(token) called by the decoder
      def b():
          slow()

      @decorated
      # perf: hot(request)
      @again
      def c():
          slow()

      # perf: hot(event)
      # another comment
      @decorated
      def d():
          slow()

      def e(
          x,
      ):  # perf: cold
          slow()

      def f():
          slow()
      """
    );
  }

  @Test
  void aLoopRaisesIt() {
    assertHeats(
      List.of(Heat.TOKEN),
      """
      # perf: hot(step)
      def a(items):
          for item in items:
              slow(item)
      """
    );
  }

  @Test
  void functionsWithinInheritItUnlessTheyDeclareTheirOwn() {
    assertHeats(
      List.of(Heat.STEP, Heat.STEP, Heat.COLD),
      """
      # perf: hot(step)
      def a():
          slow()
          def b():
              slow()
          # perf: cold
          def c():
              slow()
      """
    );
  }

  @Test
  void aCommentOfTheStatementAboveDoesNotCount() {
    assertHeats(
      List.of(Heat.UNLISTED),
      """
      x = 1  # perf: hot(step)
      def a():
          slow()
      """
    );
  }

  @Test
  void aColdBranchStaysCold() {
    assertHeats(
      List.of(Heat.STEP, Heat.COLD),
      """
      # perf: hot(step)
      def a():
          try:
              slow()
          except ValueError:
              slow()
              raise
      """
    );
  }

  @Test
  void theMessageSaysWhereTheHeatIsKnownFrom() {
    String code = "# perf: hot(event)\ndef a():\n    slow()\n";
    String message = SlowCall.findingsIn(Language.PYTHON, code).getFirst().message();
    assertTrue(message.endsWith("runs on every event (declared `perf: hot(event)`)"), message);
  }

  @Test
  void inRustAttributesMayStandBetween() {
    List<Heat> heats = heatsOf(
      Language.RUST,
      """
      // perf: hot(token)
      #[inline(
          always
      )]
      fn a() {
          slow();
      }

      impl A {
          fn b(&self) { // perf: hot(step)
              slow();
          }
      }
      """
    );
    assertEquals(List.of(Heat.TOKEN, Heat.STEP), heats);
  }

  private static void assertHeats(List<Heat> expected, String code) {
    assertEquals(expected, heatsOf(Language.PYTHON, code));
  }

  private static List<Heat> heatsOf(Language language, String code) {
    return SlowCall.findingsIn(language, code)
      .stream()
      .filter(finding -> finding.rule().id().equals("slow-call"))
      .map(finding -> finding.heat().heat())
      .toList();
  }
}
