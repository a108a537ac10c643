package dev.perfreview.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perfreview.heat.Impact;
import dev.perfreview.python.PythonModel;
import dev.perfreview.rule.Certainty;
import dev.perfreview.rule.Concern;
import dev.perfreview.rule.Cost;
import dev.perfreview.rule.Finding;
import dev.perfreview.rule.FixAvailability;
import dev.perfreview.rule.Rule;
import dev.perfreview.rule.RuleInfo;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxNode;
import dev.perfreview.syntax.SyntaxTree;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Rules that speak of changes only: when they run, what they are silent on, how loud they are. */
class ChangeOnlyRulesTest {

  private static final String STEP = "# perf: hot(step)\ndef work():\n    f()\n";
  private static final String REQUEST = "# perf: hot(request)\ndef work():\n    f()\n";

  private static final RuleInfo ACCUSING = new RuleInfo(
    "slow-call",
    Language.PYTHON,
    "a call that is slow",
    Cost.STALL,
    FixAvailability.NONE,
    Set.of("call")
  );

  private static final RuleInfo ASKING = new RuleInfo(
    "added-call",
    Language.PYTHON,
    "a call that is new",
    Cost.CONTENTION,
    FixAvailability.NONE,
    Set.of("call")
  ).onlyInChanges();

  @Test
  void areSilentInAPlainCheck() {
    AnalysisSettings plain = AnalysisSettings.standard();
    assertEquals(List.of(), told(STEP, plain, asking(Certainty.PRESUMED)));
    assertEquals(List.of("added-call"), told(STEP, plain.forChange(), asking(Certainty.PRESUMED)));
  }

  @Test
  void areNeverLouderThanMinorAndSilentWhereNothingIsKnownToBeHot() {
    AnalysisResult result = analyze(STEP, AnalysisSettings.standard().forChange(), asking(Certainty.PRESUMED));
    assertEquals(Impact.MINOR, result.findings().getFirst().impact());
    String unknown = "def work():\n    f()\n";
    assertEquals(List.of(), told(unknown, AnalysisSettings.standard().forChange(), asking(Certainty.PRESUMED)));
  }

  @Test
  void maySpeakOfStepsAndTokensOnly() {
    Rule<PythonModel> rule = asking(Certainty.PRESUMED_EACH_STEP);
    assertEquals(List.of("added-call"), told(STEP, AnalysisSettings.standard().forChange(), rule));
    assertEquals(List.of(), told(REQUEST, AnalysisSettings.standard().forChange(), rule));
  }

  @Test
  void areSilentOnWhatAnotherRuleSpeaksOf() {
    AnalysisSettings settings = AnalysisSettings.standard().forChange();
    Rule<PythonModel> question = asking(Certainty.PRESUMED);
    Rule<PythonModel> accusation = rule(ACCUSING, Certainty.SHOWN);
    assertEquals(List.of("slow-call"), told(STEP, settings, question, accusation));
    String answered = STEP.replace("f()", "f()  # perf: ignore[slow-call]");
    assertEquals(List.of(), told(answered, settings, question, accusation), "who has answered is not asked again");
  }

  @Test
  void speakBesideAnotherRuleOfTheLineThatIsAboutSomethingElse() {
    AnalysisSettings settings = AnalysisSettings.standard().forChange();
    RuleInfo ofNames = new RuleInfo(
      "slow-name",
      Language.PYTHON,
      "a name that is slow",
      Cost.STALL,
      FixAvailability.NONE,
      Set.of("string")
    );
    String code = STEP.replace("f()", "x['a'] = f()");
    assertEquals(
      List.of("slow-name", "added-call"),
      told(code, settings, asking(Certainty.PRESUMED), rule(ofNames, Certainty.SHOWN))
    );
    assertEquals(
      List.of("slow-name"),
      told(code, settings, asking(Certainty.PRESUMED), rule(ofNames.about(Concern.LOCK), Certainty.SHOWN))
    );
  }

  private static Rule<PythonModel> asking(Certainty certainty) {
    return rule(ASKING, certainty);
  }

  private static Rule<PythonModel> rule(RuleInfo info, Certainty certainty) {
    return new Rule<>() {
      @Override
      public RuleInfo info() {
        return info;
      }

      @Override
      public void check(SyntaxNode node, PythonModel model, Consumer<Finding> findings) {
        findings.accept(Finding.at(node, "`" + node.text() + "` is here").withCertainty(certainty));
      }
    };
  }

  @SafeVarargs
  private static List<String> told(String code, AnalysisSettings settings, Rule<PythonModel>... rules) {
    return analyze(code, settings, rules)
      .findings()
      .stream()
      .map(found -> found.rule().id())
      .toList();
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // the array is only read
  private static AnalysisResult analyze(String code, AnalysisSettings settings, Rule<PythonModel>... rules) {
    var support = new LanguageSupport<>(Language.PYTHON, PythonModel::new, List.of(rules));
    return Analyzer.analyze(
      support,
      "a.py",
      SyntaxTree.snapshotOf(Language.PYTHON, code),
      settings,
      Cancellation.NEVER
    );
  }
}
