package dev.perfreview.harness.invariants;

import dev.perfreview.analysis.AnalysisResult;
import dev.perfreview.analysis.AnalysisSettings;
import dev.perfreview.analysis.Analyzer;
import dev.perfreview.analysis.Cancellation;
import dev.perfreview.analysis.ReportedFinding;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SourceText;
import dev.perfreview.syntax.SyntaxSnapshot;
import dev.perfreview.syntax.SyntaxTree;
import java.util.List;

/**
 * A text that the invariants are checked on.
 *
 * @param name what reports call it
 * @param path the path to analyse it as
 * @param language its language
 * @param text its text
 * @param settings the settings in force
 */
public record Subject(String name, String path, Language language, SourceText text, AnalysisSettings settings) {
  /** Analyses another version of the text, parsed from nothing. */
  AnalysisResult analyze(String version) {
    return analyze(SyntaxTree.snapshotOf(language, version));
  }

  /** Analyses another version of the text. */
  public AnalysisResult analyze(SyntaxSnapshot version) {
    return Analyzer.analyze(path, version, settings, Cancellation.NEVER);
  }

  /** A violation at a place of the text. */
  Violation violation(int offset, String invariant, String detail) {
    return new Violation(name, text.lineOf(Math.min(offset, text.length())), invariant, detail);
  }

  /** A violation at a finding. */
  Violation violation(ReportedFinding finding, String invariant, String detail) {
    return violation(finding.finding().range().start(), invariant, finding.rule().id() + ": " + detail);
  }

  /** How many places of a text do not parse. */
  static int errorsIn(SyntaxSnapshot snapshot) {
    int errors = 0;
    if (snapshot.root().hasError()) {
      for (int index = 0; index < snapshot.size(); index++) {
        if (snapshot.node(index).isError() || snapshot.node(index).isMissing()) {
          errors++;
        }
      }
    }
    return errors;
  }

  /** Each finding as rule, line and message, for comparing two analyses. */
  static List<String> describe(SourceText text, List<ReportedFinding> findings, int lineOffset) {
    return findings
      .stream()
      .map(found -> {
        int line = text.lineOf(found.finding().range().start()) - lineOffset;
        return line + 1 + " " + found.rule().id();
      })
      .sorted()
      .toList();
  }
}
