package dev.perfreview.analysis;

import java.util.List;

/**
 * What the analysis of one file came to.
 *
 * @param findings in the order of the text, suppressed ones left out
 * @param failures rules that threw; their findings in this file are lost, those of the others are not
 */
public record AnalysisResult(List<ReportedFinding> findings, List<RuleFailure> failures) {
  /**
   * A rule that threw.
   *
   * @param ruleId which
   * @param cause what it threw
   */
  public record RuleFailure(String ruleId, RuntimeException cause) {}
}
