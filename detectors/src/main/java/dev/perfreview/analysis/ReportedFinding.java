package dev.perfreview.analysis;

import dev.perfreview.heat.HeatAssessment;
import dev.perfreview.heat.Impact;
import dev.perfreview.rule.Finding;
import dev.perfreview.rule.RuleInfo;

/**
 * A finding as users see it: with the rule that made it, the heat of its line and the impact of both.
 *
 * @param rule the rule
 * @param finding what the rule returned
 * @param heat how often the line runs
 * @param impact cost x heat
 */
public record ReportedFinding(RuleInfo rule, Finding finding, HeatAssessment heat, Impact impact) {
  /** The same with another impact. */
  ReportedFinding withImpact(Impact other) {
    return new ReportedFinding(rule, finding, heat, other);
  }

  /** The finding's message with the reason for the heat. */
  public String message() {
    return heat.reason() == null ? finding.message() : finding.message() + "; " + heat.reason();
  }
}
