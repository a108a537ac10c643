package dev.perfreview.server.configuration;

import dev.perfreview.heat.Impact;
import dev.perfreview.rule.RuleInfo;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which rules run and how loud they are; nothing for what is left open.
 *
 * @param select the ids of the rules that run; all when nothing
 * @param ignore the ids of rules that do not
 * @param minimumImpact findings below it are not shown
 * @param maximumSeverity the loudest that a finding may be shown
 * @param levels how loud single rules may be, or that they are off
 */
public record RuleChoice(
  @Nullable Set<String> select,
  @Nullable Set<String> ignore,
  @Nullable Impact minimumImpact,
  @Nullable Severity maximumSeverity,
  RuleLevels levels
) {
  /** Leaves all open. */
  static final RuleChoice OPEN = new RuleChoice(null, null, null, null, RuleLevels.NONE);

  /** Whether it lets a rule run. */
  boolean runs(RuleInfo rule) {
    boolean selected = select == null || select.contains(rule.id());
    boolean ignored = ignore != null && ignore.contains(rule.id());
    return selected && !ignored && levels.runs(rule);
  }

  /** What this says, and what the other says where this leaves it open. */
  RuleChoice over(RuleChoice base) {
    return new RuleChoice(
      select == null ? base.select : select,
      ignore == null ? base.ignore : ignore,
      minimumImpact == null ? base.minimumImpact : minimumImpact,
      maximumSeverity == null ? base.maximumSeverity : maximumSeverity,
      levels.over(base.levels)
    );
  }
}
