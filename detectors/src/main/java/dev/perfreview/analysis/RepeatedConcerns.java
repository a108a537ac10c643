package dev.perfreview.analysis;

import dev.perfreview.rule.RuleInfo;
import dev.perfreview.syntax.SourceText;
import dev.perfreview.syntax.TextRange;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * Takes back the questions about what a change adds where another rule accuses the same line of the same, so that a reviewer reads of one
 * thing once.
 */
final class RepeatedConcerns {

  private RepeatedConcerns() {}

  /**
   * Removes what rules about changes found in code, or about a concern on a line, that another rule speaks of.
   *
   * @param findings what is told of the file
   * @param answered what would be told if no comment silenced it: who has answered an accusation is not asked again
   */
  static void remove(List<ReportedFinding> findings, List<ReportedFinding> answered, SourceText text) {
    List<ReportedFinding> accusations = Stream.concat(findings.stream(), answered.stream())
      .filter(found -> !found.rule().changeOnly())
      .toList();
    findings.removeIf(
      found -> found.rule().changeOnly() && accusations.stream().anyMatch(other -> says(other, found, text))
    );
  }

  private static boolean says(ReportedFinding other, ReportedFinding question, SourceText text) {
    TextRange accused = other.finding().range();
    TextRange asked = question.finding().range();
    boolean overlaps = accused.start() < asked.end() && asked.start() < accused.end();
    boolean sameLine = text.lineOf(accused.start()) == text.lineOf(asked.start());
    return overlaps || (sameLine && sharesConcern(other.rule(), question.rule()));
  }

  private static boolean sharesConcern(RuleInfo one, RuleInfo other) {
    return !Collections.disjoint(one.concerns(), other.concerns());
  }
}
