package dev.perfreview.harness;

import dev.perfreview.analysis.AnalysisResult;
import dev.perfreview.analysis.AnalysisSettings;
import dev.perfreview.analysis.Analyzer;
import dev.perfreview.analysis.Cancellation;
import dev.perfreview.analysis.FixApplier;
import dev.perfreview.analysis.ReportedFinding;
import dev.perfreview.heat.HotPaths;
import dev.perfreview.rule.Applicability;
import dev.perfreview.rule.RuleInfo;
import dev.perfreview.syntax.SourceText;
import dev.perfreview.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.List;

/**
 * A fixture under one rule: what is found in it, how that differs from what it expects, and what the fixes make of it.
 *
 * @param rule the rule; it runs alone, but for one of the engine's own, which needs others to speak of
 * @param fixture the fixture
 */
public record FixtureCheck(RuleInfo rule, Fixture fixture) {
  /**
   * The settings under which a rule's fixtures are analysed: the built-in hot paths, and the rule alone; for one that speaks of changes
   * only, as if the fixture was all new.
   */
  public static AnalysisSettings settingsFor(RuleInfo rule) {
    boolean engineRule = rule.kinds().isEmpty();
    AnalysisSettings settings = new AnalysisSettings(
      HotPaths.builtIn(),
      other -> engineRule || other.kinds().isEmpty() || other.equals(rule)
    );
    return rule.changeOnly() ? settings.forChange() : settings;
  }

  private AnalysisSettings settings() {
    return settingsFor(rule).within(fixture.surroundings());
  }

  /** Analyses the fixture. */
  public AnalysisResult analyze() {
    var snapshot = SyntaxTree.snapshotOf(fixture.language(), fixture.code());
    return Analyzer.analyze(fixture.path(), snapshot, settings(), Cancellation.NEVER);
  }

  /** What is found; of a rule of the engine only its own findings. */
  public List<ReportedFinding> findings() {
    boolean engineRule = rule.kinds().isEmpty();
    return analyze()
      .findings()
      .stream()
      .filter(finding -> !engineRule || finding.rule().equals(rule))
      .toList();
  }

  /** The markers that would describe what is found. */
  public List<Marker> foundMarkers() {
    SourceText text = new SourceText(fixture.code());
    return findings()
      .stream()
      .map(finding -> Marker.of(text, finding))
      .toList();
  }

  /** How what is found differs from what is expected; empty when it does not. */
  public List<Mismatch> mismatches() {
    List<Mismatch> mismatches = new ArrayList<>();
    List<Marker> missing = new ArrayList<>(fixture.markers());
    SourceText text = new SourceText(fixture.code());
    for (ReportedFinding finding : findings()) {
      Marker found = Marker.of(text, finding);
      Marker expected = missing.stream().filter(found::samePlaceAs).findFirst().orElse(null);
      if (expected == null) {
        mismatches.add(new Mismatch.Noisy(found, finding.message()));
      } else {
        missing.remove(expected);
        if (!expected.impact().equals(found.impact())) {
          mismatches.add(new Mismatch.Wrong(found, expected.impact(), finding.message()));
        }
      }
    }
    missing.forEach(marker -> mismatches.add(new Mismatch.Missing(marker)));
    return mismatches;
  }

  /** The code after all fixes up to an applicability. */
  public String fixed(Applicability upTo) {
    return FixApplier.apply(
      fixture.path(),
      new SourceText(fixture.code()),
      fixture.language(),
      settings(),
      upTo,
      Cancellation.NEVER
    )
      .text()
      .string();
  }
}
