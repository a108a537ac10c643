package dev.perfreview.server.lsp;

import dev.perfreview.analysis.AnalysisResult;
import dev.perfreview.analysis.AnalysisSettings;
import dev.perfreview.analysis.Cancellation;
import dev.perfreview.analysis.ReportedFinding;
import dev.perfreview.heat.Heat;
import dev.perfreview.heat.HeatAssessment;
import dev.perfreview.heat.Impact;
import dev.perfreview.rule.Cost;
import dev.perfreview.rule.Evidence;
import dev.perfreview.rule.Finding;
import dev.perfreview.rule.Fix;
import dev.perfreview.rule.FixAvailability;
import dev.perfreview.rule.RuleInfo;
import dev.perfreview.server.lsp.session.FileAnalyzer;
import dev.perfreview.syntax.SyntaxNode;
import dev.perfreview.syntax.SyntaxSnapshot;
import dev.perfreview.syntax.TextEdit;
import java.util.List;
import java.util.Set;

/**
 * A pitfall for the protocol's tests, so that they do not change with the rules: each name {@code slow} is significant, with a safe
 * fix, an unsafe one and evidence; each name {@code dull} is negligible and has neither.
 */
final class SlowCalls implements FileAnalyzer {

  static final RuleInfo SLOW = new RuleInfo(
    "slow-call",
    dev.perfreview.syntax.Language.PYTHON,
    "a slow call",
    Cost.STALL,
    FixAvailability.ALWAYS,
    Set.of("identifier")
  );
  static final RuleInfo DULL = new RuleInfo(
    "dull-call",
    dev.perfreview.syntax.Language.PYTHON,
    "a dull call",
    Cost.OVERHEAD,
    FixAvailability.NONE,
    Set.of("identifier")
  );

  @Override
  public AnalysisResult analyze(
    String path,
    SyntaxSnapshot syntax,
    AnalysisSettings settings,
    Cancellation cancellation
  ) {
    List<ReportedFinding> findings = syntax
      .root()
      .streamDescendants()
      .filter(node -> node.is("identifier"))
      .filter(node -> node.text().equals("slow") || node.text().equals("dull"))
      .map(node -> node.text().equals("slow") ? slow(node, path) : dull(node))
      .toList();
    return new AnalysisResult(findings, List.of());
  }

  private static ReportedFinding slow(SyntaxNode node, String path) {
    Finding finding = Finding.at(node, "`slow` blocks")
      .withEvidence(new Evidence(node.range(), "called here"))
      .withFix(Fix.safe("Call `fast`", TextEdit.replace(node, "fast")))
      .withFix(Fix.unsafe("Call `skip`, which may lose the result", TextEdit.replace(node, "skip")));
    return new ReportedFinding(
      SLOW,
      finding,
      new HeatAssessment(Heat.STEP, "runs in " + path, "test"),
      Impact.SIGNIFICANT
    );
  }

  private static ReportedFinding dull(SyntaxNode node) {
    return new ReportedFinding(DULL, Finding.at(node, "`dull` is called"), HeatAssessment.UNLISTED, Impact.NEGLIGIBLE);
  }
}
