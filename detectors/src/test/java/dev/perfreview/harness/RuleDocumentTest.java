package dev.perfreview.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.perfreview.rule.RuleInfo;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/** Each rule's document is complete, and its examples do what it says of them. */
class RuleDocumentTest {

  @TestFactory
  Stream<DynamicContainer> documentsAreCompleteAndTrue() {
    return RulesUnderTest.each(rule ->
      Stream.of(
        dynamicTest("sections", () -> assertSections(RuleDocument.of(rule))),
        dynamicTest("the example fires", () -> assertExampleFires(rule)),
        dynamicTest("the better way is silent", () -> assertBetterWayIsSilent(rule))
      )
    );
  }

  private static void assertSections(RuleDocument document) {
    assertEquals(document.rule().id(), document.title());
    assertFalse(document.summary().isEmpty(), "no summary below the title");
    assertFalse(document.summary().contains("\n\n"), "the summary is one paragraph");
    assertEquals(RuleDocument.SECTIONS, List.copyOf(document.sections().keySet()));
    document.sections().forEach((name, text) -> assertFalse(text.isEmpty(), name + " is empty"));
  }

  private static void assertExampleFires(RuleInfo rule) {
    List<Fixture> examples = RuleDocument.of(rule).examples("Example");
    assertFalse(examples.isEmpty(), "no block of " + rule.language().id() + " code");
    for (Fixture example : examples) {
      boolean fires = new FixtureCheck(rule, example)
        .findings()
        .stream()
        .anyMatch(found -> found.rule().equals(rule));
      assertTrue(fires, () -> "silent on\n" + example.code());
    }
  }

  private static void assertBetterWayIsSilent(RuleInfo rule) {
    List<Fixture> examples = RuleDocument.of(rule).examples("Use instead");
    assertFalse(examples.isEmpty(), "no block of " + rule.language().id() + " code");
    for (Fixture example : examples) {
      assertEquals(List.of(), new FixtureCheck(rule, example).foundMarkers(), example.code());
    }
  }
}
