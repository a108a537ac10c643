package dev.perfreview.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which findings a suppression comment reaches. {@code slow()} is a finding; the lines of those that are left are counted from 1. */
class SuppressionsTest {

  @Test
  void aCommentAfterCodeReachesItsLine() {
    assertLeft(
      List.of(2),
      """
      slow()  # perf: ignore[slow-call]
      slow()
      """
    );
  }

  @Test
  void aCommentOnALineOfItsOwnReachesTheNextLineOfCode() {
    assertLeft(
      List.of(4),
      """
      # perf: ignore[slow-call] measured: 3 ns
      # another comment
      slow()
      slow()
      """
    );
  }

  @Test
  void anEmptyLineEndsTheReachOfACommentOnALineOfItsOwn() {
    assertLeft(
      List.of(3),
      """
      # perf: ignore[slow-call]

      slow()
      """
    );
  }

  @Test
  void aCommentAboveOrAtTheEndOfAStatementReachesAllOfIt() {
    assertLeft(
      List.of(),
      """
      # perf: ignore[slow-call]
      f(
          slow(),
          slow(),
      )
      f(
          slow(),
          slow(),
      )  # perf: ignore[slow-call]
      """
    );
  }

  @Test
  void aCommentInTheMiddleOfAStatementReachesOnlyItsLine() {
    assertLeft(
      List.of(3),
      """
      f(
          slow(),  # perf: ignore[slow-call]
          slow(),
          # perf: ignore[slow-call]
          slow(),
      )
      """
    );
  }

  @Test
  void ofACompoundStatementOnlyTheHeadIsReached() {
    assertLeft(
      List.of(3, 6),
      """
      # perf: ignore[slow-call]
      for x in slow():
          slow()

      while slow(1) < f(slow(2)):  # perf: ignore[slow-call]
          slow()
      """
    );
  }

  @Test
  void decoratorsBelongToTheirFunction() {
    assertLeft(
      List.of(),
      """
      # perf: ignore[slow-call]
      @cached
      def f(x=slow()):
          pass
      """
    );
  }

  @Test
  void ignoreFileReachesEverythingWhereverItStands() {
    assertLeft(
      List.of(),
      """
      slow()
      # perf: ignore-file[slow-call]
      slow()
      """
    );
  }

  @Test
  void onlyTheNamedRulesAreSilenced() {
    assertLeft(List.of(1), "slow()  # perf: ignore[quick-call, unused-suppression]\n");
    assertLeft(List.of(), "slow()  # perf: ignore[ quick-call ,slow-call, unused-suppression ] because\n");
  }

  @Test
  void aStringThatQuotesACommentSilencesNothing() {
    assertLeft(List.of(1), "slow('# perf: ignore[slow-call]')\n");
    assertLeft(
      List.of(3),
      """
      x = '''
      # perf: ignore[slow-call]
      ''' + slow()
      """
    );
  }

  @Test
  void aCommentMayFollowAnother() {
    assertLeft(List.of(), "slow()  # noqa: E501  # perf: ignore[slow-call]\n");
  }

  @Test
  void rustCommentsAreReadAlsoInMacros() {
    assertLeftInRust(
      List.of(4, 6),
      """
      fn f() {
          vec![
              slow(), // perf: ignore[slow-call]
              slow(),
          ];
          let s = "// perf: ignore[slow-call]"; slow();
          /* // perf: ignore[slow-call] */
          // perf: ignore[slow-call]
          slow();
      }
      """
    );
  }

  @Test
  void attributesBelongToTheirItem() {
    assertLeftInRust(
      List.of(),
      """
      fn f() {
          // perf: ignore[slow-call]
          #[allow(unused)]
          let x = slow();
      }
      """
    );
  }

  private static void assertLeft(List<Integer> lines, String text) {
    assertEquals(lines, linesOf(Language.PYTHON, text));
  }

  private static void assertLeftInRust(List<Integer> lines, String text) {
    assertEquals(lines, linesOf(Language.RUST, text));
  }

  private static List<Integer> linesOf(Language language, String text) {
    return SlowCall.findingsIn(language, text)
      .stream()
      .filter(finding -> finding.rule().id().equals("slow-call"))
      .map(finding -> new SourceText(text).lineOf(finding.finding().range().start()) + 1)
      .toList();
  }
}
