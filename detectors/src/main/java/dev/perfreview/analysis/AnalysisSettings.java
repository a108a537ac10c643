package dev.perfreview.analysis;

import dev.perfreview.heat.HotPaths;
import dev.perfreview.rule.RuleInfo;
import dev.perfreview.userrules.UserRules;
import java.util.function.Predicate;

/**
 * What an analysis depends on besides the file.
 *
 * @param hotPaths the hot paths in force
 * @param enabled which rules run
 * @param surroundings the files around the one that is analysed
 * @param userRules the rules that the user wrote
 */
public record AnalysisSettings(
  HotPaths hotPaths,
  Predicate<RuleInfo> enabled,
  Surroundings surroundings,
  UserRules userRules
) {
  /** For files that are on their own, without rules of the user's. */
  public AnalysisSettings(HotPaths hotPaths, Predicate<RuleInfo> enabled) {
    this(hotPaths, enabled, Surroundings.NONE, UserRules.NONE);
  }

  /** The built-in hot paths and all rules. */
  public static AnalysisSettings standard() {
    return new AnalysisSettings(HotPaths.builtIn(), rule -> true);
  }

  /** The same within a workspace. */
  public AnalysisSettings within(Surroundings others) {
    return new AnalysisSettings(hotPaths, enabled, others, userRules);
  }

  /** The same with those rules only that are wanted too. */
  public AnalysisSettings restrictedTo(Predicate<RuleInfo> wanted) {
    return new AnalysisSettings(hotPaths, enabled.and(wanted), surroundings, userRules);
  }
}
