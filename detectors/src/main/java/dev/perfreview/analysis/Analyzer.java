package dev.perfreview.analysis;

import dev.perfreview.analysis.AnalysisResult.RuleFailure;
import dev.perfreview.heat.Heat;
import dev.perfreview.heat.HeatAssessment;
import dev.perfreview.heat.Impact;
import dev.perfreview.heat.ImpactTable;
import dev.perfreview.rule.Certainty;
import dev.perfreview.rule.Finding;
import dev.perfreview.rule.RuleInfo;
import dev.perfreview.semantics.Placement;
import dev.perfreview.semantics.SemanticModel;
import dev.perfreview.syntax.SyntaxNode;
import dev.perfreview.syntax.SyntaxSnapshot;
import dev.perfreview.syntax.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;

/** Runs the rules over a snapshot and works out the impact of what they find. Stateless and thread-safe. */
public final class Analyzer {

  private Analyzer() {}

  // Comparator's own are not in the cache of classes, and are spun at each start.
  private static int inTextOrder(ReportedFinding one, ReportedFinding other) {
    int start = Integer.compare(one.finding().range().start(), other.finding().range().start());
    int end = Integer.compare(one.finding().range().end(), other.finding().range().end());
    return start != 0 ? start : end != 0 ? end : one.rule().id().compareTo(other.rule().id());
  }

  /**
   * Reviews one file. An error in a rule or a model costs that rule's or that file's findings and is told in the result.
   *
   * @param path the file's path from its workspace folder, with {@code /}; decides its heat
   * @param snapshot its syntax
   * @param settings what the configuration decides
   * @param cancellation asked now and then
   * @throws CancellationException when {@code cancellation} says so
   */
  public static AnalysisResult analyze(
    String path,
    SyntaxSnapshot snapshot,
    AnalysisSettings settings,
    Cancellation cancellation
  ) {
    return analyze(LanguageSupport.of(snapshot.language()), path, snapshot, settings, cancellation);
  }

  /** Reviews one file with the rules and the model of {@code language}. */
  static <M extends SemanticModel> AnalysisResult analyze(
    LanguageSupport<M> language,
    String path,
    SyntaxSnapshot snapshot,
    AnalysisSettings settings,
    Cancellation cancellation
  ) {
    AtomicReference<AnalysisResult> result = new AtomicReference<>();
    Throwable thrown = Isolation.run(AnalysisResult.MODEL, () -> {
      M model = language.modelOf(snapshot, path, settings.surroundings().workspace());
      RuleRun<M> rules = new RuleRun<>(language, model, settings::runs);
      rules.walk(cancellation);
      UserRuleRun userRules = new UserRuleRun(path, snapshot, settings);
      userRules.run(cancellation);
      result.set(new FileReview(path, model, settings).of(rules, userRules));
    });
    return thrown == null
      ? result.get()
      : new AnalysisResult(List.of(), List.of(new RuleFailure(AnalysisResult.MODEL, thrown)));
  }

  /** Turns what the rules of one file found into what users see. */
  private static final class FileReview {

    private final SemanticModel model;
    private final SyntaxSnapshot snapshot;
    private final AnalysisSettings settings;
    private final List<Pragma> pragmas;
    private final Suppressions suppressions;
    private final DeclaredHeat declaredHeat;

    private final LineHeat lineHeat;

    private final List<ReportedFinding> reported = new ArrayList<>();
    /** What would be reported of a change if no comment silenced it. */
    private final List<ReportedFinding> answered = new ArrayList<>();

    FileReview(String path, SemanticModel model, AnalysisSettings settings) {
      this.model = model;
      this.snapshot = model.syntax();
      this.settings = settings;
      this.pragmas = PragmaReader.read(snapshot);
      this.suppressions = Suppressions.of(snapshot, pragmas);
      this.declaredHeat = DeclaredHeat.of(model, pragmas);
      this.lineHeat = new LineHeat(path, declaredHeat, settings);
    }

    AnalysisResult of(RuleRun<?> rules, UserRuleRun userRules) {
      rules.forEachRule(this::take);
      userRules.forEachRule(this::take);
      if (settings.ofChange()) {
        RepeatedConcerns.remove(reported, answered, snapshot.text());
      }
      if (!pragmas.isEmpty()) {
        judgePragmas(rules, userRules);
      }
      reported.sort(Analyzer::inTextOrder);
      List<RuleFailure> failures = new ArrayList<>(rules.failures());
      failures.addAll(userRules.failures());
      return new AnalysisResult(reported, failures);
    }

    /** Takes what a rule found: all of it or, when that fails, nothing. */
    private void take(RuleInfo rule, List<Finding> findings) {
      List<ReportedFinding> ofRule = new ArrayList<>();
      for (Finding finding : findings) {
        // Asked first, so that a suppression in a part that does not parse for the moment is not called unused.
        boolean silenced = suppressions.silence(rule.id(), finding.range());
        if ((!silenced || settings.ofChange()) && !isBroken(finding.range())) {
          ReportedFinding assessed = assess(rule, finding);
          if (isWorthSaying(finding.certainty(), assessed.heat().heat())) {
            (silenced ? answered : ofRule).add(assessed);
          }
        }
      }
      reported.addAll(RepeatedCauses.quieten(ofRule));
    }

    private static boolean isWorthSaying(Certainty certainty, Heat heat) {
      return switch (certainty) {
        case SHOWN, SHOWN_QUIET_ELSEWHERE, SMALL -> true;
        case SHOWN_WHERE_HOT, PRESUMED -> heat.compareTo(Heat.UNLISTED) > 0;
        case PRESUMED_EACH_STEP -> heat.compareTo(Heat.STEP) >= 0;
      };
    }

    /** Whether the code at a place does not parse, so that a rule may have misread it. */
    private boolean isBroken(TextRange range) {
      if (!snapshot.root().hasError()) {
        return false;
      }
      SyntaxNode node = snapshot.nodeAt(range);
      if (node.hasError()) {
        return true;
      }
      for (SyntaxNode around : node.ancestors()) {
        if (around.isError()) {
          return true;
        }
      }
      return false;
    }

    private ReportedFinding assess(RuleInfo rule, Finding finding) {
      TextRange place = finding.heatAt() == null ? finding.range() : finding.heatAt();
      Placement placement = model.placementByUseOf(snapshot.nodeAt(place));
      HeatAssessment heat = lineHeat.at(placement);
      var cost = finding.cost() == null ? rule.cost() : finding.cost();
      Impact impact = ImpactTable.impactOf(cost, heat.heat());
      boolean quiet = switch (finding.certainty()) {
        case SHOWN, SHOWN_WHERE_HOT -> false;
        case SHOWN_QUIET_ELSEWHERE -> heat.heat() == Heat.UNLISTED;
        case SMALL, PRESUMED, PRESUMED_EACH_STEP -> true;
      };
      boolean tooLoud = quiet && impact.compareTo(Impact.MINOR) > 0;
      return new ReportedFinding(rule, finding, heat, tooLoud ? Impact.MINOR : impact);
    }

    private void judgePragmas(RuleRun<?> rules, UserRuleRun userRules) {
      RuleInfo ineffective = IneffectivePragma.infoFor(snapshot.language());
      report(ineffective, IneffectivePragma.find(pragmas, declaredHeat));
      RuleInfo unused = UnusedSuppression.infoFor(snapshot.language());
      report(
        unused,
        UnusedSuppression.find(
          snapshot.text(),
          snapshot.language(),
          suppressions,
          settings.userRules(),
          rule ->
            settings.runs(rule) &&
            !rule.id().equals(unused.id()) &&
            !rules.failed(rule.id()) &&
            userRules.judges(rule.id()) &&
            !snapshot.root().hasError()
        )
      );
    }

    private void report(RuleInfo rule, List<Finding> findings) {
      if (!settings.runs(rule)) {
        return;
      }
      for (Finding finding : findings) {
        if (!suppressions.silence(rule.id(), finding.range())) {
          // How often the code around a comment runs says nothing about the comment.
          reported.add(new ReportedFinding(rule, finding, HeatAssessment.UNLISTED, Impact.NEGLIGIBLE));
        }
      }
    }
  }
}
