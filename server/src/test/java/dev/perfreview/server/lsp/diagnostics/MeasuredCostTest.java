package dev.perfreview.server.lsp.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perfreview.analysis.AllRules;
import dev.perfreview.analysis.RuleDocs;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MeasuredCostTest {

  @Test
  void isReadOffTheTableOfAPage() {
    String page = """
    | time | 1 ms | 1 ms | 1 times |
    <!-- measured -->
    | program | measure | before | after | before / after |
    |---|---|---|---|---|
    | process | peak memory | 4,381 KiB | 4,464 KiB | 1.0 times |
    | process | worst delay of another coroutine | 1,230.4 ms | 19.8 ms | 62 times |
    <!-- /measured -->
    """;
    assertEquals(
      Optional.of("measured: worst delay of another coroutine 1,230.4 ms before the fix, 19.8 ms after (62 times)"),
      MeasuredCost.of(page)
    );
    assertEquals(Optional.empty(), MeasuredCost.of("needs a GPU, so it is cited"));
  }

  @Test
  void isThereForMostRulesThatWereMeasured() {
    long measured = AllRules.infos()
      .stream()
      .map(RuleDocs::markdownOf)
      .filter(page -> page.contains("<!-- measured -->"))
      .count();
    long told = AllRules.infos()
      .stream()
      .map(RuleDocs::markdownOf)
      .filter(page -> MeasuredCost.of(page).isPresent())
      .count();
    assertTrue(told >= measured * 0.8, told + " of " + measured);
  }
}
