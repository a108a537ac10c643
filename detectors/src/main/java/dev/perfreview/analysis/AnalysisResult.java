package dev.perfreview.analysis;

import java.util.List;

/**
 * What the analysis of one file came to.
 *
 * @param findings in the order of the text, suppressed ones left out
 * @param failures rules that threw; their findings in this file are lost, those of the others are not
 */
public record AnalysisResult(List<ReportedFinding> findings, List<RuleFailure> failures) {
  /** Stands for a rule id where the file's semantic model could not be built, so that no rule ran. */
  public static final String MODEL = "semantic-model";

  public AnalysisResult {
    findings = List.copyOf(findings);
    failures = List.copyOf(failures);
  }

  /**
   * A rule that threw.
   *
   * @param ruleId which, or {@link #MODEL}
   * @param cause a {@link RuntimeException} or a {@link StackOverflowError}
   */
  public record RuleFailure(String ruleId, Throwable cause) {}
}
