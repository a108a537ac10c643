package dev.perfreview.server.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perfreview.analysis.AllRules;
import dev.perfreview.heat.Impact;
import dev.perfreview.rule.RuleInfo;
import dev.perfreview.syntax.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Configuration files that extend others, rules of the user's own, and settings for some files. */
class ConfigurationExtendTest {

  private Path folder = Path.of(".");

  @BeforeEach
  void folder(@TempDir Path temporary) {
    folder = temporary;
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private LoadedConfiguration load() {
    return ConfigurationLoader.load(folder, Configuration.standard());
  }

  private Configuration sound() {
    LoadedConfiguration loaded = load();
    assertEquals(List.of(), loaded.problems());
    return loaded.configuration();
  }

  /** Each problem as {@code file:line: message}, lines counted from one. */
  private List<String> problems() {
    return load()
      .problems()
      .stream()
      .map(problem -> problem.file().getFileName() + ":" + (problem.line() + 1) + ": " + problem.message())
      .toList();
  }

  private static RuleInfo rule(String id) {
    return AllRules.find(Language.PYTHON, id).orElseThrow();
  }

  private static String userRule(String id, String message) {
    return """
    [[rule]]
    id = "%s"
    language = "python"
    query = "(call) @call"
    message = "%s"
    cost = "stall"
    """.formatted(id, message);
  }

  @Test
  void theExtendingFileWinsAndListsAddUp() throws IOException {
    write(
      "team/base.toml",
      """
      extend = "../company.toml"
      ignore = ["gpu-sync"]
      min-impact = "minor"
      exclude = ["generated"]
      [rule-levels]
      list-pop-front = "hint"
      copy-in-loop = "off"
      [[hot-path]]
      id = "a"
      heat = "step"
      paths = ["a.py"]
      [[hot-path]]
      id = "b"
      heat = "step"
      paths = ["b.py"]
      """ + userRule("ours", "of the team")
    );
    write("company.toml", "max-severity = 'warning'\nmin-impact = 'significant'\n" + userRule("theirs", "m"));
    write(
      "perf-review.toml",
      """
      extend = "team/base.toml"
      ignore = ["needless-list", "theirs"]
      exclude = ["vendor"]
      [rule-levels]
      copy-in-loop = "error"
      [[hot-path]]
      id = "b"
      heat = "cold"
      paths = ["c.py"]
      """ + userRule("ours", "of this folder")
    );
    Configuration configuration = sound();
    assertEquals(Impact.MINOR, configuration.minimumImpact());
    assertEquals(Severity.WARNING, configuration.maximumSeverity());
    assertTrue(configuration.excludes("generated/a.py") && configuration.excludes("vendor/a.py"));
    assertTrue(configuration.analysis().enabled().test(rule("gpu-sync")));
    assertFalse(configuration.analysis().enabled().test(rule("needless-list")));
    assertTrue(configuration.analysis().enabled().test(rule("copy-in-loop")));
    assertEquals(Severity.HINT, configuration.severityOf(rule("list-pop-front"), Impact.SIGNIFICANT));
    assertEquals(
      List.of("a a.py", "b c.py"),
      configuration
        .analysis()
        .hotPaths()
        .entries()
        .subList(0, 2)
        .stream()
        .map(entry -> entry.id() + " " + entry.paths().getFirst())
        .toList()
    );
    List<RuleInfo> own = configuration.analysis().userRules().infos();
    assertEquals(
      List.of("theirs: m", "ours: of this folder"),
      own
        .stream()
        .map(info -> info.id() + ": " + info.summary())
        .toList()
    );
    assertFalse(configuration.analysis().enabled().test(own.getFirst()));
  }

  @Test
  void ofSeveralFilesTheLastIsStrongest() throws IOException {
    write("a.toml", "min-impact = 'minor'\nmax-severity = 'hint'");
    write("b.toml", "min-impact = 'moderate'");
    write("pyproject.toml", "[tool.perf-review]\nextend = ['a.toml', 'b.toml']");
    assertEquals(Impact.MODERATE, sound().minimumImpact());
    assertEquals(Severity.HINT, sound().maximumSeverity());
    assertEquals(
      List.of("pyproject.toml", "a.toml", "b.toml"),
      load()
        .files()
        .stream()
        .map(file -> file.getFileName().toString())
        .toList()
    );
  }

  @Test
  void aTableOfASharedFileCanBeExtended() throws IOException {
    write("Cargo.toml", "[workspace.metadata.perf-review]\nmin-impact = 'minor'");
    write("pyproject.toml", "[project]\nname = 'x'");
    write("perf-review.toml", "extend = 'Cargo.toml'");
    assertEquals(Impact.MINOR, sound().minimumImpact());
    write("perf-review.toml", "extend = 'pyproject.toml'");
    assertEquals(List.of("perf-review.toml:1: `pyproject.toml` has no table `[tool.perf-review]`"), problems());
  }

  @Test
  void problemsStandInTheFileThatHasThemAndTheRestHolds() throws IOException {
    write("base.toml", "max-severity = 'hint'\nmin-impact = 'loud'\nextend = ['broken.toml']\n");
    write("broken.toml", "min-impact = 'minor\n");
    write("perf-review.toml", "# ours\nexclude = ['a']\nextend = ['base.toml', 'missing.toml']\n");
    List<String> found = problems();
    assertTrue(found.getFirst().startsWith("broken.toml:1: "), found.toString());
    assertEquals(
      List.of(
        "base.toml:2: `loud` is no value of `min-impact`, which takes `negligible`, `minor`, `moderate` or `significant`",
        "perf-review.toml:3: there is no file `" + folder.resolve("missing.toml") + "` to extend"
      ),
      found.subList(1, found.size())
    );
    Configuration configuration = load().configuration();
    assertEquals(Severity.HINT, configuration.maximumSeverity());
    assertTrue(configuration.excludes("a"));
    assertTrue(load().files().contains(folder.resolve("missing.toml")));
  }

  @Test
  void aCircleIsAProblemWhereItCloses() throws IOException {
    write("perf-review.toml", "extend = 'a.toml'\n");
    write("a.toml", "min-impact = 'minor'\nextend = 'perf-review.toml'\n");
    assertEquals(
      List.of(
        "a.toml:2: the files extend each other in a circle: `perf-review.toml` extends `a.toml` extends `perf-review.toml`"
      ),
      problems()
    );
    assertEquals(Impact.MINOR, load().configuration().minimumImpact());
  }

  @Test
  void aFileMayBeExtendedOnTwoWays() throws IOException {
    write("common.toml", "min-impact = 'minor'\n" + userRule("ours", "m"));
    write("a.toml", "extend = 'common.toml'\n");
    write("b.toml", "extend = 'common.toml'\n");
    write("perf-review.toml", "extend = ['a.toml', 'b.toml']\n");
    assertEquals(1, sound().analysis().userRules().rules().size());
  }

  @Test
  void tooLongAChainIsAProblem() throws IOException {
    write("perf-review.toml", "extend = '1.toml'\n");
    for (int file = 1; file <= 9; file++) {
      write(file + ".toml", "extend = '" + (file + 1) + ".toml'\n");
    }
    assertEquals(
      List.of("7.toml:1: `8.toml` is left out: 8 files extend each other already, which is the most"),
      problems()
    );
  }

  @Test
  void settingsForSomeFilesHoldThereOnly() throws IOException {
    write(
      "perf-review.toml",
      """
      max-severity = "warning"
      ignore = ["copy-in-loop"]
      [[per-path]]
      paths = ["legacy", "*_old.py"]
      ignore = ["gpu-sync"]
      min-impact = "significant"
      [[per-path]]
      paths = ["legacy/hot/**"]
      select = ["list-pop-front", "copy-in-loop", "gpu-sync"]
      min-impact = "minor"
      max-severity = "error"
      rule-levels = { list-pop-front = "hint" }
      """
    );
    Configuration configuration = sound();
    assertEquals(configuration, configuration.at("src/a.py"));
    Configuration old = configuration.at("src/a_old.py");
    assertEquals(Impact.SIGNIFICANT, old.minimumImpact());
    assertEquals(Severity.WARNING, old.maximumSeverity());
    assertFalse(old.analysis().enabled().test(rule("gpu-sync")));
    assertTrue(old.analysis().enabled().test(rule("list-pop-front")));
    Configuration hot = configuration.at("legacy/hot/a.py");
    assertEquals(Impact.MINOR, hot.minimumImpact());
    assertEquals(Severity.HINT, hot.severityOf(rule("list-pop-front"), Impact.SIGNIFICANT));
    assertEquals(Severity.ERROR, hot.maximumSeverity());
    assertEquals(
      List.of("list-pop-front"),
      AllRules.infosOf(Language.PYTHON).stream().filter(hot.analysis().enabled()).map(RuleInfo::id).toList()
    );
  }

  @Test
  void sharedFilesTakeRulesAndPathsToo() throws IOException {
    String cargo =
      "[[workspace.metadata.perf-review.per-path]]\npaths = ['a']\nmin-impact = 'minor'\n" +
      userRule("ours", "m").replace("[[rule]]", "[[workspace.metadata.perf-review.rule]]");
    write("Cargo.toml", cargo);
    assertEquals(1, sound().analysis().userRules().rules().size());
    assertEquals(Impact.MINOR, sound().at("a/b.rs").minimumImpact());
    write("pyproject.toml", cargo.replace("workspace.metadata.perf-review", "tool.perf-review"));
    assertEquals(1, sound().analysis().userRules().rules().size());
    write(
      "pyproject.toml",
      "[tool.perf-review]\nselect = ['x']\n" + userRule("x", "{y}").replace("[[rule]]", "[[tool.perf-review.rule]]")
    );
    assertEquals(List.of("pyproject.toml:7: the query captures nothing as `@y`"), problems());
  }
}
