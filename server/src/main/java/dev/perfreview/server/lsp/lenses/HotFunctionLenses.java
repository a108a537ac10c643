package dev.perfreview.server.lsp.lenses;

import dev.perfreview.analysis.AnalysisSettings;
import dev.perfreview.analysis.FunctionHeat;
import dev.perfreview.analysis.ReportedFinding;
import dev.perfreview.analysis.Surroundings;
import dev.perfreview.heat.Heat;
import dev.perfreview.heat.HeatAssessment;
import dev.perfreview.heat.HotPaths;
import dev.perfreview.server.configuration.Configuration;
import dev.perfreview.server.lsp.client.ClientFeatures;
import dev.perfreview.server.lsp.commands.CommandNames;
import dev.perfreview.server.lsp.document.DocumentAnalysis;
import dev.perfreview.server.lsp.document.Positions;
import dev.perfreview.syntax.TextRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.Command;

/**
 * Writes the code lenses of hot functions: "runs on every scheduler step · 3 findings". A click explains the loudest of the findings; where
 * there is none, it shows why the functions are hot, in clients that can.
 */
public final class HotFunctionLenses {

  private final ClientFeatures features;
  private final Positions positions;
  private final BiFunction<String, HotPaths, Surroundings> surroundings;

  /**
   * For one session.
   *
   * @param surroundings tells the files around a document, by its URI, under some hot paths
   */
  public HotFunctionLenses(
    ClientFeatures features,
    Positions positions,
    BiFunction<String, HotPaths, Surroundings> surroundings
  ) {
    this.features = features;
    this.positions = positions;
    this.surroundings = surroundings;
  }

  /** The lenses of a document; what they say is left to be asked for where the client can ask. */
  public List<CodeLens> list(DocumentAnalysis analysis) {
    Configuration configuration = analysis.configuration();
    if (!configuration.enabled() || configuration.excludes(analysis.path())) {
      return List.of();
    }
    AnalysisSettings settings = configuration.analysis();
    List<FunctionHeat> functions = FunctionHeat.of(
      analysis.path(),
      analysis.syntax(),
      settings.within(surroundings.apply(analysis.document().uri(), settings.hotPaths()))
    );
    List<CodeLens> lenses = new ArrayList<>();
    for (FunctionHeat function : functions) {
      String reason = reasonOf(function.heat());
      if (function.heat().heat().compareTo(Heat.UNLISTED) > 0 && !reason.isEmpty()) {
        LensReference reference = new LensReference(
          analysis.document().uri(),
          analysis.number(),
          reason,
          function.function().declaration().range()
        );
        CodeLens lens = new CodeLens(
          positions.rangeOf(function.function().nameNode().range(), analysis.document().text())
        );
        lens.setData(reference.toJson());
        if (!features.codeLensResolve()) {
          complete(lens, reference, analysis);
        }
        lenses.add(lens);
      }
    }
    return lenses;
  }

  /** What is said of the heat, without the name of the hot path, which each finding says. */
  private static String reasonOf(HeatAssessment heat) {
    return heat.reason() == null ? "" : heat.reason().replace(" (hot path `" + heat.hotPath() + "`)", "");
  }

  /** Says what a lens shows; answers false when it is of another analysis. */
  public boolean complete(CodeLens lens, LensReference reference, DocumentAnalysis analysis) {
    if (reference.analysis() != analysis.number()) {
      return false;
    }
    TextRange function = reference.function();
    List<ReportedFinding> within = analysis
      .findings()
      .stream()
      .filter(finding -> function.start() <= finding.finding().range().start())
      .filter(finding -> finding.finding().range().end() <= function.end())
      .toList();
    int count = within.size();
    String title = reference.reason() + (count == 0 ? "" : " · " + count + (count == 1 ? " finding" : " findings"));
    lens.setCommand(
      within
        .stream()
        .max(Comparator.comparing(ReportedFinding::impact))
        .map(loudest ->
          new Command(title, CommandNames.EXPLAIN, List.of(loudest.rule().id(), loudest.rule().language().id()))
        )
        // LSP has no lens without a command; most clients show one without a name as text.
        .orElseGet(() -> new Command(title, features.showsHotPaths() ? CommandNames.SHOW_HOT_PATHS : ""))
    );
    return true;
  }
}
