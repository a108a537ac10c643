package dev.perfreview.server.configuration;

import dev.perfreview.rule.RuleInfo;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What users say of single rules: how loud the findings of a rule may be shown at most, or that it does not run.
 *
 * @param byRule the loudest severity by the rule's id; nothing for a rule that is off
 */
public record RuleLevels(Map<String, Optional<Severity>> byRule) {
  private static final String OFF = "off";

  /** Nothing is said of any rule. */
  public static final RuleLevels NONE = new RuleLevels(Map.of());

  /** Takes a copy. */
  public RuleLevels {
    byRule = Map.copyOf(byRule);
  }

  /** The words for levels, in the order of the manual, and what each means. */
  public static Map<String, Optional<Severity>> words() {
    Map<String, Optional<Severity>> words = new LinkedHashMap<>();
    words.put(OFF, Optional.empty());
    for (Severity severity : Severity.values()) {
      words.put(severity.word(), Optional.of(severity));
    }
    return words;
  }

  /** Whether the rule runs. */
  public boolean runs(RuleInfo rule) {
    Optional<Severity> level = byRule.get(rule.id());
    return level == null || level.isPresent();
  }

  /** A severity, or the loudest that the rule's findings may have if that is quieter. */
  public Severity cap(RuleInfo rule, Severity severity) {
    Optional<Severity> level = byRule.get(rule.id());
    return level == null || level.isEmpty() ? severity : severity.atMost(level.get());
  }

  /** These levels, and the other's for the rules of which these say nothing. */
  public RuleLevels over(RuleLevels base) {
    if (base.byRule.isEmpty()) {
      return this;
    }
    Map<String, Optional<Severity>> all = new HashMap<>(base.byRule);
    all.putAll(byRule);
    return new RuleLevels(all);
  }
}
