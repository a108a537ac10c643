package dev.perfreview.analysis;

import dev.perfreview.heat.HotPaths;
import dev.perfreview.rule.RuleInfo;
import java.util.function.Predicate;

/**
 * What an analysis depends on besides the file.
 *
 * @param hotPaths the hot paths in force
 * @param enabled which rules run
 * @param surroundings the files around the one that is analysed
 * @param ofChange whether a version of a change is analysed, so that the rules about what a change brings run too
 */
public record AnalysisSettings(
  HotPaths hotPaths,
  Predicate<RuleInfo> enabled,
  Surroundings surroundings,
  boolean ofChange
) {
  /** For a plain check. */
  public AnalysisSettings(HotPaths hotPaths, Predicate<RuleInfo> enabled, Surroundings surroundings) {
    this(hotPaths, enabled, surroundings, false);
  }

  /** For files that are on their own. */
  public AnalysisSettings(HotPaths hotPaths, Predicate<RuleInfo> enabled) {
    this(hotPaths, enabled, Surroundings.NONE);
  }

  /** The built-in hot paths and all rules. */
  public static AnalysisSettings standard() {
    return new AnalysisSettings(HotPaths.builtIn(), rule -> true);
  }

  /** The same within a workspace. */
  public AnalysisSettings within(Surroundings others) {
    return new AnalysisSettings(hotPaths, enabled, others, ofChange);
  }

  /** The same for one of the versions of a change. */
  public AnalysisSettings forChange() {
    return new AnalysisSettings(hotPaths, enabled, surroundings, true);
  }

  /** Whether a rule runs. */
  public boolean runs(RuleInfo rule) {
    return (ofChange || !rule.changeOnly()) && enabled.test(rule);
  }
}
