package dev.perfreview.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.perfreview.heat.HotPaths;
import dev.perfreview.python.PythonModel;
import dev.perfreview.rule.Cost;
import dev.perfreview.rule.Finding;
import dev.perfreview.rule.FixAvailability;
import dev.perfreview.rule.Rule;
import dev.perfreview.rule.RuleInfo;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxNode;
import dev.perfreview.syntax.SyntaxSnapshot;
import dev.perfreview.syntax.SyntaxTree;
import dev.perfreview.syntax.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class AnalyzerTest {

  private static final BiConsumer<SyntaxNode, Consumer<Finding>> FLAG = (node, findings) ->
    findings.accept(Finding.at(node, "`" + node.text() + "` is here"));

  @Test
  void aRuleSeesTheKindsThatItAsksForAndNoOthers() {
    List<String> seen = new ArrayList<>();
    var rule = rule("kinds-seen", Set.of("call", "string"), (node, findings) -> seen.add(node.text()));
    analyze("print('a')\nx = y[0]\n", rule);
    assertEquals(List.of("print('a')", "'a'"), seen);
  }

  @Test
  void aDisabledRuleIsNotCalled() {
    var rule = rule("switched-off", Set.of("call"), (node, findings) -> {
      throw new IllegalStateException("called");
    });
    var settings = new AnalysisSettings(HotPaths.builtIn(), info -> !info.id().equals("switched-off"));
    var result = Analyzer.analyze(support(rule), "a.py", snapshot("f()\n"), settings, Cancellation.NEVER);
    assertEquals(new AnalysisResult(List.of(), List.of()), result);
  }

  @Test
  void aRuleThatThrowsLosesItsFindingsInTheFileAndHarmsNoOther() {
    var throwing = rule("throws-late", Set.of("identifier"), (node, findings) -> {
      FLAG.accept(node, findings);
      if (node.textIs("last")) {
        throw new IllegalStateException("an error in a rule");
      }
    });
    var result = analyze("first()\nlast()\n", throwing, rule("well-behaved", Set.of("call"), FLAG));
    assertEquals(List.of("well-behaved", "well-behaved"), ruleIds(result));
    assertEquals(List.of("throws-late"), result.failures().stream().map(AnalysisResult.RuleFailure::ruleId).toList());
  }

  @Test
  void aRuleThatRecursesWithoutEndIsIsolatedToo() {
    var endless = rule("endless-recursion", Set.of("call"), (node, findings) -> recurse(node));
    var result = analyze("f()\ng()\n", endless, rule("well-behaved", Set.of("call"), FLAG));
    assertEquals(List.of("well-behaved", "well-behaved"), ruleIds(result));
    assertInstanceOf(StackOverflowError.class, result.failures().getFirst().cause());
  }

  @Test
  void aRuleThatThrowsIsLoggedOnce() {
    Logger logger = (Logger) LoggerFactory.getLogger(Isolation.class);
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    logger.addAppender(log);
    try {
      var throwing = rule("throws-always", Set.of("call"), (node, findings) -> {
        throw new IllegalStateException("an error in a rule");
      });
      assertEquals(1, analyze("f()\n", throwing).failures().size());
      assertEquals(1, analyze("g()\nh()\n", throwing).failures().size());
    } finally {
      logger.detachAppender(log);
    }
    assertEquals(1, log.list.size());
    assertTrue(log.list.getFirst().getFormattedMessage().contains("throws-always"));
  }

  @Test
  void aModelThatCannotBeBuiltIsAFailureWithoutFindings() {
    var support = new LanguageSupport<PythonModel>(
      Language.PYTHON,
      (snapshot, path, workspace) -> {
        throw new IllegalStateException("an error in a model");
      },
      List.of()
    );
    var result = Analyzer.analyze(support, "a.py", snapshot("f()\n"), AnalysisSettings.standard(), Cancellation.NEVER);
    assertEquals(List.of(), result.findings());
    assertEquals(AnalysisResult.MODEL, result.failures().getFirst().ruleId());
  }

  @Test
  void aFindingOutsideTheTextOrOfNothingIsTheRulesError() {
    for (TextRange range : List.of(new TextRange(0, 1000), new TextRange(1, 1))) {
      var wrong = rule("out-of-range", Set.of("call"), (node, findings) ->
        findings.accept(Finding.at(range, "`f` is here"))
      );
      var result = analyze("f()\n", wrong);
      assertEquals(List.of(), result.findings());
      assertEquals(1, result.failures().size());
    }
  }

  @Test
  void cancelledWorkEndsWithoutAResultAndIsNoFailure() {
    AtomicInteger calls = new AtomicInteger();
    var counting = rule("counting-rule", Set.of("call"), (node, findings) -> calls.incrementAndGet());
    SyntaxSnapshot snapshot = snapshot("f()\n".repeat(2000));
    Cancellation afterAWhile = () -> calls.get() > 100;
    assertThrows(CancellationException.class, () ->
      Analyzer.analyze(support(counting), "a.py", snapshot, AnalysisSettings.standard(), afterAWhile)
    );
    assertTrue(calls.get() < 2000, "the walk went on for " + calls + " calls");
  }

  @Test
  void aRuleMayNoticeTheCancellationItself() {
    var cancelled = rule("notices-itself", Set.of("call"), (node, findings) -> {
      throw new CancellationException();
    });
    assertThrows(CancellationException.class, () -> analyze("f()\n", cancelled));
  }

  @Test
  void whatIsFoundInCodeThatDoesNotParseIsDropped() {
    var result = analyze("f()\ndef broken(:\n    )(g()\n", rule("any-call", Set.of("call"), FLAG));
    assertEquals(List.of("`f()` is here"), messages(result));
  }

  @Test
  void theSameFindingTwiceIsReportedOnce() {
    var twice = rule("found-twice", Set.of("call"), FLAG.andThen(FLAG));
    assertEquals(List.of("`f()` is here"), messages(analyze("f()\n", twice)));
  }

  @Test
  void findingsComeInTheOrderOfTheText() {
    var late = rule("a-late-rule", Set.of("module"), (node, findings) ->
      node.descendants().forEach(child -> {
        if (child.is("call")) {
          FLAG.accept(child, findings);
        }
      })
    );
    var result = analyze("f()\ng()\n", late, rule("b-other-rule", Set.of("call"), FLAG));
    assertEquals(List.of("a-late-rule", "b-other-rule", "a-late-rule", "b-other-rule"), ruleIds(result));
  }

  private static int recurse(SyntaxNode node) {
    return node.start() < 0 ? 0 : 1 + recurse(node);
  }

  private static List<String> ruleIds(AnalysisResult result) {
    return result
      .findings()
      .stream()
      .map(finding -> finding.rule().id())
      .toList();
  }

  private static List<String> messages(AnalysisResult result) {
    return result
      .findings()
      .stream()
      .map(finding -> finding.finding().message())
      .toList();
  }

  private static SyntaxSnapshot snapshot(String text) {
    return SyntaxTree.snapshotOf(Language.PYTHON, text);
  }

  private static AnalysisResult analyze(String text, Rule<PythonModel> rule) {
    return analyze(text, support(rule));
  }

  private static AnalysisResult analyze(String text, Rule<PythonModel> one, Rule<PythonModel> other) {
    return analyze(text, new LanguageSupport<>(Language.PYTHON, PythonModel::new, List.of(one, other)));
  }

  private static AnalysisResult analyze(String text, LanguageSupport<PythonModel> support) {
    return Analyzer.analyze(support, "a.py", snapshot(text), AnalysisSettings.standard(), Cancellation.NEVER);
  }

  private static LanguageSupport<PythonModel> support(Rule<PythonModel> rule) {
    return new LanguageSupport<>(Language.PYTHON, PythonModel::new, List.of(rule));
  }

  private static Rule<PythonModel> rule(String id, Set<String> kinds, BiConsumer<SyntaxNode, Consumer<Finding>> check) {
    RuleInfo info = new RuleInfo(id, Language.PYTHON, "a rule of a test", Cost.OVERHEAD, FixAvailability.NONE, kinds);
    return new Rule<>() {
      @Override
      public RuleInfo info() {
        return info;
      }

      @Override
      public void check(SyntaxNode node, PythonModel model, Consumer<Finding> findings) {
        check.accept(node, findings);
      }
    };
  }
}
