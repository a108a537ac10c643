package dev.perfreview.analysis;

import dev.perfreview.heat.HeatAssessment;
import dev.perfreview.heat.ImpactTable;
import dev.perfreview.rule.Finding;
import dev.perfreview.rule.Rule;
import dev.perfreview.semantics.SemanticModel;
import dev.perfreview.syntax.SyntaxNode;
import dev.perfreview.syntax.SyntaxSnapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;

/** Runs the rules over a snapshot and works out the impact of what they find. Stateless and thread-safe. */
public final class Analyzer {

  private Analyzer() {}

  /**
   * Reviews one file.
   *
   * @param path the file's path from its workspace folder, with {@code /}; decides its heat
   * @param snapshot its syntax
   * @param settings what the configuration decides
   * @param cancellation asked between nodes
   * @throws CancellationException when {@code cancellation} says so
   */
  public static AnalysisResult analyze(
    String path,
    SyntaxSnapshot snapshot,
    AnalysisSettings settings,
    Cancellation cancellation
  ) {
    return run(LanguageSupport.of(snapshot.language()), path, snapshot, settings, cancellation);
  }

  private static <M extends SemanticModel> AnalysisResult run(
    LanguageSupport<M> language,
    String path,
    SyntaxSnapshot snapshot,
    AnalysisSettings settings,
    Cancellation cancellation
  ) {
    M model = language.model().apply(snapshot);
    List<ReportedFinding> findings = new ArrayList<>();
    for (int index = 0; index < snapshot.size(); index++) {
      if ((index & 1023) == 0 && cancellation.isCancelled()) {
        throw new CancellationException();
      }
      SyntaxNode node = snapshot.node(index);
      for (Rule<M> rule : language.rules()) {
        if (settings.enabled().test(rule.info()) && rule.info().kinds().contains(node.kind())) {
          rule.check(node, model, finding -> findings.add(report(rule, finding, path, model, settings)));
        }
      }
    }
    findings.sort(Comparator.comparingInt(reported -> reported.finding().range().start()));
    return new AnalysisResult(List.copyOf(findings), List.of());
  }

  private static ReportedFinding report(
    Rule<?> rule,
    Finding finding,
    String path,
    SemanticModel model,
    AnalysisSettings settings
  ) {
    SyntaxNode node = model.syntax().nodeAt(finding.range());
    HeatAssessment heat = settings.hotPaths().assess(path, model.placementOf(node));
    var cost = finding.cost() == null ? rule.info().cost() : finding.cost();
    return new ReportedFinding(rule.info(), finding, heat, ImpactTable.impactOf(cost, heat.heat()));
  }
}
