package dev.perfreview.analysis;

import dev.perfreview.heat.HotPaths;
import dev.perfreview.rule.RuleInfo;
import java.util.function.Predicate;

/**
 * What a user's configuration decides of an analysis.
 *
 * @param hotPaths the hot paths in force
 * @param enabled which rules run
 */
public record AnalysisSettings(HotPaths hotPaths, Predicate<RuleInfo> enabled) {
  /** The built-in hot paths and all rules. */
  public static AnalysisSettings standard() {
    return new AnalysisSettings(HotPaths.builtIn(), rule -> true);
  }
}
