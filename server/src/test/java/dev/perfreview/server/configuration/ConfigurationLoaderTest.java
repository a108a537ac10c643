package dev.perfreview.server.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perfreview.analysis.AllRules;
import dev.perfreview.heat.Heat;
import dev.perfreview.heat.Impact;
import dev.perfreview.rule.RuleInfo;
import dev.perfreview.semantics.Placement;
import dev.perfreview.semantics.Recurrence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationLoaderTest {

  private static final Configuration STANDARD = Configuration.standard();
  private static final Placement TOP = new Placement(null, Recurrence.ONCE, null);

  private Path folder = Path.of(".");

  @BeforeEach
  void folder(@TempDir Path temporary) {
    folder = temporary;
  }

  private LoadedConfiguration load(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
    return ConfigurationLoader.load(folder, STANDARD);
  }

  private Configuration sound(String text) throws IOException {
    LoadedConfiguration loaded = load("perf-review.toml", text);
    assertEquals(List.of(), loaded.problems());
    return loaded.configuration();
  }

  /** Each problem as {@code line: the text at fault: the message}, lines counted from one. */
  private List<String> problems(String text) throws IOException {
    return load("perf-review.toml", text)
      .problems()
      .stream()
      .map(problem -> {
        String at = text.substring(problem.range().start(), problem.range().end());
        return problem.line() + 1 + ": " + at + ": " + problem.message();
      })
      .toList();
  }

  @Test
  void withoutAFileTheBaseHolds() {
    assertSame(STANDARD, ConfigurationLoader.load(folder, STANDARD).configuration());
  }

  @ParameterizedTest
  @CsvSource(
    delimiter = '|',
    value = {
      "perf-review.toml|min-impact = 'minor'",
      ".perf-review.toml|min-impact = 'minor'",
      "pyproject.toml|[tool.perf-review]\\nmin-impact = 'minor'",
      "pyproject.toml|[project]\\nname = 'x'\\n[tool]\\nperf-review.min-impact = 'minor'",
      "Cargo.toml|[workspace]\\nmembers = []\\n[workspace.metadata.perf-review]\\nmin-impact = 'minor'",
    }
  )
  void readsEachOfItsFiles(String name, String text) throws IOException {
    LoadedConfiguration loaded = load(name, text.replace("\\n", "\n"));
    assertEquals(List.of(), loaded.problems());
    assertEquals(Impact.MINOR, loaded.configuration().minimumImpact());
  }

  @Test
  void theFirstFileOfAFolderHolds() throws IOException {
    Files.writeString(folder.resolve("pyproject.toml"), "[tool.perf-review]\nmin-impact = 'minor'\n");
    assertEquals(Impact.MODERATE, load(".perf-review.toml", "min-impact = 'moderate'").configuration().minimumImpact());
    assertEquals(
      Impact.SIGNIFICANT,
      load("perf-review.toml", "min-impact = 'significant'").configuration().minimumImpact()
    );
  }

  @ParameterizedTest
  @ValueSource(
    strings = { "[project]\nname = 'perf-review'\n", "# about perf-review\n", "[tool.other]\nx = 1\n", "broken = \n" }
  )
  void aPyprojectWithoutOurTableIsNoneOfOurs(String text) throws IOException {
    LoadedConfiguration loaded = load("pyproject.toml", text);
    assertEquals(List.of(), loaded.problems());
    assertSame(STANDARD, loaded.configuration());
  }

  @Test
  void theNearestFolderHoldsUpToTheWorkspaceFolder() throws IOException {
    Path inner = Files.createDirectories(folder.resolve("a/b"));
    Files.writeString(folder.resolve("perf-review.toml"), "min-impact = 'minor'");
    Files.writeString(folder.resolve("a/perf-review.toml"), "min-impact = 'moderate'");
    assertEquals(
      Impact.MODERATE,
      ConfigurationLoader.loadNearest(inner, folder, STANDARD).configuration().minimumImpact()
    );
    assertEquals(Impact.MINOR, ConfigurationLoader.load(folder, STANDARD).configuration().minimumImpact());
    assertSame(STANDARD, ConfigurationLoader.loadNearest(inner, inner, STANDARD).configuration());
  }

  @Test
  void theFileComesBeforeTheEditor() throws IOException {
    Configuration editor = new Configuration(false, STANDARD.analysis(), Impact.MODERATE, Severity.HINT);
    Files.writeString(folder.resolve("perf-review.toml"), "min-impact = 'minor'");
    Configuration merged = ConfigurationLoader.load(folder, editor).configuration();
    assertEquals(Impact.MINOR, merged.minimumImpact());
    assertEquals(Severity.HINT, merged.maximumSeverity());
    assertFalse(merged.enabled());
  }

  @Test
  void capsTheSeverity() throws IOException {
    Configuration configuration = sound("max-severity = 'warning'");
    RuleInfo rule = AllRules.infos().getFirst();
    assertEquals(Severity.WARNING, configuration.severityOf(rule, Impact.SIGNIFICANT));
    assertEquals(Severity.HINT, configuration.severityOf(rule, Impact.NEGLIGIBLE));
  }

  @Test
  void capsTheSeverityOfSingleRulesAndTurnsThemOff() throws IOException {
    RuleInfo first = AllRules.infos().getFirst();
    RuleInfo last = AllRules.infos().getLast();
    Configuration configuration = sound(
      "max-severity = 'warning'\n[rule-levels]\n%s = 'information'\n%s = 'off'".formatted(first.id(), last.id())
    );
    assertEquals(Severity.INFORMATION, configuration.severityOf(first, Impact.SIGNIFICANT));
    assertEquals(Severity.HINT, configuration.severityOf(first, Impact.NEGLIGIBLE));
    assertTrue(configuration.analysis().enabled().test(first));
    assertFalse(configuration.analysis().enabled().test(last));
    Configuration louder = sound("max-severity = 'warning'\n[rule-levels]\n%s = 'error'".formatted(first.id()));
    assertEquals(Severity.WARNING, louder.severityOf(first, Impact.SIGNIFICANT));
  }

  @Test
  void levelsOfRulesInTheFileComeBeforeTheEditors() throws IOException {
    RuleInfo first = AllRules.infos().getFirst();
    RuleInfo last = AllRules.infos().getLast();
    Map<String, Optional<Severity>> levels = Map.of(
      first.id(),
      Optional.of(Severity.HINT),
      last.id(),
      Optional.of(Severity.WARNING)
    );
    Configuration editor = new Configuration(
      true,
      STANDARD.analysis(),
      Impact.NEGLIGIBLE,
      Severity.ERROR,
      List.of(),
      new RuleLevels(levels),
      List.of()
    );
    Files.writeString(folder.resolve("perf-review.toml"), "[rule-levels]\n%s = 'information'".formatted(first.id()));
    Configuration merged = ConfigurationLoader.load(folder, editor).configuration();
    assertEquals(Severity.INFORMATION, merged.severityOf(first, Impact.SIGNIFICANT));
    assertEquals(Severity.WARNING, merged.severityOf(last, Impact.SIGNIFICANT));
  }

  @Test
  void levelsOfUnknownRulesAndUnknownLevelsAreProblems() throws IOException {
    LoadedConfiguration loaded = load(
      "perf-review.toml",
      "[rule-levels]\nlist-pop-frnt = 'off'\nlist-pop-front = 'loud'"
    );
    assertEquals(
      List.of(
        "`loud` is no value of `list-pop-front`, which takes `off`, `error`, `warning`, `information` or `hint`",
        "unknown key `list-pop-frnt`, did you mean `list-pop-front`?"
      ),
      loaded.problems().stream().map(ConfigurationProblem::message).sorted().toList()
    );
  }

  @Test
  void selectsAndIgnoresRules() throws IOException {
    RuleInfo first = AllRules.infos().getFirst();
    RuleInfo last = AllRules.infos().getLast();
    assertTrue(sound("").analysis().enabled().test(first));
    Configuration selected = sound("select = ['%s']".formatted(first.id()));
    assertTrue(selected.analysis().enabled().test(first));
    assertFalse(selected.analysis().enabled().test(last));
    Configuration ignored = sound("ignore = ['%s']".formatted(first.id()));
    assertFalse(ignored.analysis().enabled().test(first));
    assertTrue(ignored.analysis().enabled().test(last));
  }

  @Test
  void excludesFilesAndFolders() throws IOException {
    Configuration configuration = sound("exclude = ['vendor', '*_pb2.py', '/third/**/gen']");
    assertTrue(configuration.excludes("src/vendor/deep/a.rs"));
    assertTrue(configuration.excludes("api/service_pb2.py"));
    assertTrue(configuration.excludes("third/x/gen/a.py"));
    assertFalse(configuration.excludes("src/third/x/gen/a.py"));
    assertFalse(configuration.excludes("src/vendored.rs"));
  }

  @Test
  void addsHotPathsAndChoosesProfiles() throws IOException {
    Configuration configuration = sound(
      """
      profiles = ["sglang"]

      [[hot-path]]
      id = "engine"
      heat = "token"
      reason = "runs for every token of ours"
      paths = ["engine/**"]
      """
    );
    var hotPaths = configuration.analysis().hotPaths();
    assertEquals(Heat.TOKEN, hotPaths.assess("engine/a.py", TOP).heat());
    assertEquals("runs for every token of ours (hot path `engine`)", hotPaths.assess("engine/a.py", TOP).reason());
    assertEquals(Heat.STEP, hotPaths.assess("srt/managers/scheduler.py", TOP).heat());
    assertEquals(Heat.UNLISTED, hotPaths.assess("lib/llm/src/backend.rs", TOP).heat());
  }

  @Test
  void everyErrorIsAProblemAtItsPlace() throws IOException {
    assertEquals(
      List.of(
        "1: selct: unknown key `selct`, did you mean `select`?",
        "2: \"nothing-like-any-rule\": there is no rule `nothing-like-any-rule`",
        "3: 'loud': `loud` is no value of `min-impact`, which takes `negligible`, `minor`, `moderate` or `significant`",
        "4: 1: `max-severity` must be a string",
        "5: 'a**': not a glob: `**` must stand alone between two `/`",
        "6: 'sglnag': there is no profile `sglnag` among dynamo, sglang, tgi, vllm, did you mean `sglang`?",
        "7: [[hot-path]]: a hot path needs `heat`: how often its code runs",
        "9: 'a::b': not a pattern for `symbols`: the parts of a name are joined by a dot: `KvRouter.find_best_match`",
        "10: [[hot-path]]: a hot path needs `paths` or `symbols`: which code it speaks of",
        "12: 'hot': `hot` is no value of `heat`, which takes `cold`, `request`, `event`, `step` or `token`",
        "13: path: unknown key `path`, did you mean `paths`?"
      ),
      problems(
        """
        selct = []
        ignore = ["nothing-like-any-rule"]
        min-impact = 'loud'
        max-severity = 1 # one
        exclude = ['a**']
        profiles = ['sglnag']
        [[hot-path]]
        id = 'x'
        symbols = ['a::b']
        [[hot-path]]
        id = 'y'
        heat = 'hot'
        path = ['a']
        """
      )
    );
  }

  @Test
  void whatIsSoundBesideAnErrorHolds() throws IOException {
    LoadedConfiguration loaded = load("perf-review.toml", "min-impact = 'minor'\nmax-severity = 'loud'\n");
    assertEquals(1, loaded.problems().size());
    assertEquals(Impact.MINOR, loaded.configuration().minimumImpact());
    assertEquals(Severity.ERROR, loaded.configuration().maximumSeverity());
  }

  @Test
  void anErrorOfSyntaxLeavesTheBaseInForce() throws IOException {
    LoadedConfiguration loaded = load("pyproject.toml", "[tool.perf-review]\nmin-impact = 'minor\n");
    assertSame(STANDARD, loaded.configuration());
    assertEquals(1, loaded.problems().getFirst().line());
    assertEquals(folder.resolve("pyproject.toml"), loaded.problems().getFirst().file());
  }

  @Test
  void twoHotPathsOfOneIdAreAProblem() throws IOException {
    String entry = "[[hot-path]]\nid = 'x'\nheat = 'step'\npaths = ['a']\n";
    assertEquals(List.of("6: 'x': there are two hot paths `x`"), problems(entry + entry));
  }

  @Test
  void aFileThatIsNoTextIsAProblem() throws IOException {
    Files.write(folder.resolve("perf-review.toml"), new byte[] { 'a', (byte) 0xff, '=' });
    LoadedConfiguration loaded = ConfigurationLoader.load(folder, STANDARD);
    assertEquals("the file is not UTF-8 text", loaded.problems().getFirst().message());
  }
}
