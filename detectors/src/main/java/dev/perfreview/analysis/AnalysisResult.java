package dev.perfreview.analysis;

import java.util.List;

/**
 * What the analysis of one file came to.
 *
 * @param findings in the order of the text, suppressed ones left out
 * @param failures rules that threw or were given up; their findings in this file are lost, those of the others are not
 */
public record AnalysisResult(List<ReportedFinding> findings, List<RuleFailure> failures) {
  /** Stands for a rule id where the file's semantic model could not be built, so that no rule ran. */
  public static final String MODEL = "semantic-model";

  public AnalysisResult {
    findings = List.copyOf(findings);
    failures = List.copyOf(failures);
  }

  /**
   * A rule that threw, or a user's whose query was given up.
   *
   * @param ruleId which, or {@link #MODEL}
   * @param cause a {@link RuntimeException}, a {@link QueryGivenUpException} among them, or a {@link StackOverflowError}
   */
  public record RuleFailure(String ruleId, Throwable cause) {
    /** What went wrong, to be read after a colon. */
    public String reason() {
      return cause instanceof QueryGivenUpException ? String.valueOf(cause.getMessage()) : cause.toString();
    }
  }
}
