package dev.perfreview.server.scan;

import dev.perfreview.analysis.AnalysisSettings;
import dev.perfreview.analysis.Cancellation;
import dev.perfreview.analysis.FixApplier;
import dev.perfreview.analysis.ReportedFinding;
import dev.perfreview.rule.Applicability;
import dev.perfreview.server.configuration.Configuration;
import dev.perfreview.syntax.SourceText;
import java.util.function.BiPredicate;

/**
 * Which fixes are wanted, and whether files are changed.
 *
 * @param upTo {@link Applicability#SAFE} for safe fixes only, {@link Applicability#UNSAFE} for both
 * @param wanted whether a finding, in a file of a configuration, may be fixed: what users do not see should not be changed behind their back
 * @param written whether the fixes are written to the files, which are then reviewed; false to work out only what they would change
 */
public record FixRequest(Applicability upTo, BiPredicate<Configuration, ReportedFinding> wanted, boolean written) {
  FixApplier.Fixed apply(Target target, SourceText text, AnalysisSettings settings) {
    return FixApplier.apply(
      target.path(),
      text,
      target.language(),
      settings,
      upTo,
      finding -> wanted.test(target.configuration(), finding),
      Cancellation.NEVER
    );
  }
}
