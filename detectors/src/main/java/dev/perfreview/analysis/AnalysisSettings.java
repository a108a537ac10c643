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
 * @param ofChange whether a version of a change is analysed, so that the rules about what a change brings run too
 * @param userRules the rules that the user wrote
 */
public record AnalysisSettings(
  HotPaths hotPaths,
  Predicate<RuleInfo> enabled,
  Surroundings surroundings,
  boolean ofChange,
  UserRules userRules
) {
  /** For files that are on their own, in a plain check. */
  public AnalysisSettings(HotPaths hotPaths, Predicate<RuleInfo> enabled) {
    this(hotPaths, enabled, Surroundings.NONE, false, UserRules.NONE);
  }

  /** The built-in hot paths and all rules. */
  public static AnalysisSettings standard() {
    return new AnalysisSettings(HotPaths.builtIn(), rule -> true);
  }

  /** The same within a workspace. */
  public AnalysisSettings within(Surroundings others) {
    return new AnalysisSettings(hotPaths, enabled, others, ofChange, userRules);
  }

  /** The same with those rules only that are wanted too. */
  public AnalysisSettings restrictedTo(Predicate<RuleInfo> wanted) {
    return new AnalysisSettings(hotPaths, enabled.and(wanted), surroundings, ofChange, userRules);
  }

  /** The same with rules that the user wrote. */
  public AnalysisSettings with(UserRules rules) {
    return new AnalysisSettings(hotPaths, enabled, surroundings, ofChange, rules);
  }

  /** The same for one of the versions of a change. */
  public AnalysisSettings forChange() {
    return new AnalysisSettings(hotPaths, enabled, surroundings, true, userRules);
  }

  /** Whether a rule runs. */
  public boolean runs(RuleInfo rule) {
    return (ofChange || !rule.changeOnly()) && enabled.test(rule);
  }
}
