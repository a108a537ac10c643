package dev.perfreview.harness;

import dev.perfreview.analysis.AllRules;
import dev.perfreview.rule.RuleInfo;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;

/** The rules that the tests of this package go through: all, or the one that {@code ./dev test RULE} names. */
final class RulesUnderTest {

  private RulesUnderTest() {}

  /** The rules; with the system property {@code perfreview.rule} those of that id. */
  static List<RuleInfo> all() {
    String only = System.getProperty("perfreview.rule", "");
    List<RuleInfo> rules = AllRules.infos()
      .stream()
      .filter(rule -> only.isEmpty() || rule.id().equals(only))
      .toList();
    if (rules.isEmpty()) {
      throw new IllegalArgumentException("there is no rule " + only);
    }
    return rules;
  }

  /** The tests of each rule under its name. */
  static Stream<DynamicContainer> each(Function<RuleInfo, Stream<? extends DynamicNode>> tests) {
    return all()
      .stream()
      .map(rule -> DynamicContainer.dynamicContainer(rule.language().id() + "/" + rule.id(), tests.apply(rule)));
  }
}
