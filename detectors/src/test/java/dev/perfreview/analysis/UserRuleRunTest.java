package dev.perfreview.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perfreview.heat.HotPaths;
import dev.perfreview.rule.Applicability;
import dev.perfreview.rule.RuleInfo;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SourceText;
import dev.perfreview.syntax.SyntaxTree;
import dev.perfreview.toml.TomlDocument;
import dev.perfreview.userrules.UserRuleReader;
import dev.perfreview.userrules.UserRules;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The rules that users write are judged, silenced and fixed as the built-in ones are. */
class UserRuleRunTest {

  private static final String SLEEP = """
  [[rule]]
  id = "no-sleep"
  language = "python"
  query = '((call function: (attribute) @name arguments: (argument_list . (_) @time)) @finding (#eq? @name "time.sleep"))'
  message = "`{name}` waits {time} s"
  cost = "stall"
  replacement = "yield_for({time})"
  """;

  private static final String SCHEDULER = "python/sglang/srt/managers/scheduler.py";

  private static AnalysisSettings settings(String rules) {
    return settings(rules, rule -> true);
  }

  private static AnalysisSettings settings(String rules, Predicate<RuleInfo> enabled) {
    TomlDocument document = TomlDocument.parse(rules);
    UserRules read = UserRuleReader.read(document.root().tables("rule"), Path.of("perf-review.toml"), AllRules.ids());
    assertEquals(List.of(), document.problems());
    return new AnalysisSettings(HotPaths.builtIn(), enabled).with(read);
  }

  private static AnalysisResult analyze(String path, String code, AnalysisSettings settings) {
    return Analyzer.analyze(path, SyntaxTree.snapshotOf(Language.PYTHON, code), settings, Cancellation.NEVER);
  }

  /** {@code id impact: message} of each finding. */
  private static String found(AnalysisResult result) {
    assertEquals(List.of(), result.failures());
    return result
      .findings()
      .stream()
      .map(finding -> finding.rule().id() + " " + finding.impact().word() + ": " + finding.message())
      .collect(Collectors.joining("\n"));
  }

  @Test
  void theHeatOfTheLineDecidesTheImpact() {
    String code = "class Scheduler:\n  def run_batch(self):\n    time.sleep(1)\n";
    assertEquals(
      "no-sleep significant: `time.sleep` waits 1 s; runs on every scheduler step (hot path `sglang-scheduler`)",
      found(analyze(SCHEDULER, code, settings(SLEEP)))
    );
    assertEquals("no-sleep moderate: `time.sleep` waits 1 s", found(analyze("a.py", code, settings(SLEEP))));
  }

  @Test
  void aRuleForHotLinesIsSilentElsewhere() {
    String code = "class Scheduler:\n  def run_batch(self):\n    time.sleep(1)\n";
    AnalysisSettings settings = settings(SLEEP + "hot-only = true\n");
    assertEquals("", found(analyze("a.py", code, settings)));
    assertEquals(1, analyze(SCHEDULER, code, settings).findings().size());
  }

  @Test
  void aRuleSpeaksOfItsPathsAndItsLanguageOnly() {
    String code = "def f():\n  time.sleep(1)\n";
    AnalysisSettings settings = settings(SLEEP + "paths = ['gateway/**']\n");
    assertEquals("", found(analyze("a.py", code, settings)));
    assertEquals("no-sleep moderate: `time.sleep` waits 1 s", found(analyze("gateway/a.py", code, settings)));
    String rust = "fn f() {\n  time.sleep(1);\n}\n";
    assertEquals(
      List.of(),
      Analyzer.analyze(
        "gateway/a.rs",
        SyntaxTree.snapshotOf(Language.RUST, rust),
        settings,
        Cancellation.NEVER
      ).findings()
    );
  }

  @Test
  void aRuleThatIsOffDoesNotRun() {
    AnalysisSettings settings = settings(SLEEP, rule -> !rule.id().equals("no-sleep"));
    assertEquals("", found(analyze("a.py", "def f():\n  time.sleep(1)\n", settings)));
  }

  @Test
  void commentsSilenceIt() {
    String code =
      "def f():\n  time.sleep(1)  # perf: ignore[no-sleep] a test\n  g()  # perf: ignore[no-sleep]\n  h()  # perf: ignore[no-slep]\n";
    assertEquals(
      """
      unused-suppression negligible: `ignore[…]` silences nothing here: there is no finding of `no-sleep`
      unused-suppression negligible: `ignore[…]` silences nothing here: there is no rule `no-slep`""".replace(
        "ignore[…]",
        "perf: ignore"
      ),
      found(analyze("a.py", code, settings(SLEEP))).replaceAll("`[^`]*ignore[^`]*` silences", "`perf: ignore` silences")
    );
  }

  @Test
  void theReplacementIsAFixOfTheKindThatTheRuleDeclares() {
    SourceText text = new SourceText("def f():\n  time.sleep(g(1, 2))\n  time.sleep(3)\n");
    AnalysisSettings settings = settings(SLEEP);
    assertEquals(
      text.string(),
      FixApplier.apply("a.py", text, Language.PYTHON, settings, Applicability.SAFE, Cancellation.NEVER).text().string()
    );
    FixApplier.Fixed fixed = FixApplier.apply(
      "a.py",
      text,
      Language.PYTHON,
      settings,
      Applicability.UNSAFE,
      Cancellation.NEVER
    );
    assertEquals("def f():\n  yield_for(g(1, 2))\n  yield_for(3)\n", fixed.text().string());
    assertEquals(2, fixed.fixesApplied());
    assertEquals(
      "Replace by `yield_for(3)` (may change what the program does)",
      analyze("a.py", text.string(), settings).findings().getLast().finding().fixes().getFirst().title()
    );
  }

  @Test
  void aReplacementThatItsRuleFindsAgainIsMadeOnce() {
    AnalysisSettings settings = settings(SLEEP.replace("yield_for({time})", "time.sleep({time} + 1)"));
    SourceText text = new SourceText("def f():\n  time.sleep(1)\n");
    FixApplier.Fixed fixed = FixApplier.apply(
      "a.py",
      text,
      Language.PYTHON,
      settings,
      Applicability.UNSAFE,
      Cancellation.NEVER
    );
    assertEquals("def f():\n  time.sleep(1 + 1)\n", fixed.text().string());
    assertEquals(1, fixed.fixesApplied());
  }

  @Test
  void aReplacementThatDoesNotParseIsNotApplied() {
    AnalysisSettings settings = settings(SLEEP.replace("yield_for({time})", "yield_for({time}"));
    SourceText text = new SourceText("def f():\n  time.sleep(1)\n");
    FixApplier.Fixed fixed = FixApplier.apply(
      "a.py",
      text,
      Language.PYTHON,
      settings,
      Applicability.UNSAFE,
      Cancellation.NEVER
    );
    assertEquals(text.string(), fixed.text().string());
    assertEquals(0, fixed.fixesApplied());
  }

  /** Matches each pair of statements of a module: far too many. */
  private static final String SLOW = """
  [[rule]]
  id = "every-pair"
  language = "python"
  query = "(module (_)* @x (_)* @y (_)* @z (pass_statement) @finding)"
  message = "m"
  cost = "stall"
  """;

  @Test
  void aQueryThatTakesTooLongIsGivenUpAndHarmsNoOther() {
    String code =
      IntStream.range(0, 20_000)
        .mapToObj(line -> "a" + line + "\n")
        .collect(Collectors.joining()) + "def f():\n  time.sleep(1)\n";
    AnalysisSettings settings = settings(SLOW + SLEEP);
    for (int file = 0; file < 4; file++) {
      AnalysisResult result = analyze("a.py", code, settings);
      assertEquals(
        List.of("no-sleep"),
        result
          .findings()
          .stream()
          .map(each -> each.rule().id())
          .toList()
      );
      if (file == 3) {
        assertEquals(List.of(), result.failures());
      } else {
        AnalysisResult.RuleFailure failure = result.failures().getFirst();
        assertInstanceOf(QueryGivenUpException.class, failure.cause());
        assertEquals("every-pair", failure.ruleId());
        assertEquals(file == 2, failure.reason().endsWith("it is left out until the configuration is read again"));
      }
    }
  }

  @Test
  void nobodyWaitsForAQueryWhoseAnswerIsNotWanted() {
    AnalysisSettings settings = settings(SLEEP);
    long[] asked = { 0 };
    // Asked once by the walk of a short text, then by the query.
    Cancellation late = () -> ++asked[0] > 1;
    assertThrows(CancellationException.class, () ->
      Analyzer.analyze("a.py", SyntaxTree.snapshotOf(Language.PYTHON, "time.sleep(1)\n"), settings, late)
    );
    assertTrue(asked[0] > 1);
  }

  @Test
  void codeThatDoesNotParseIsNotJudged() {
    assertEquals("", found(analyze("a.py", "def f(:\n  time.sleep(1))\n", settings(SLEEP))));
  }

  @Test
  void emojisAndWindowsLineEndsChangeNothing() {
    String code = "s = '😀ä'\r\ndef f():\r\n  time.sleep(\r\n    1)\r\n";
    ReportedFinding finding = analyze("a.py", code, settings(SLEEP)).findings().getFirst();
    assertEquals(code.indexOf("time.sleep"), finding.finding().range().start());
    assertEquals(code.length() - 2, finding.finding().range().end());
  }
}
