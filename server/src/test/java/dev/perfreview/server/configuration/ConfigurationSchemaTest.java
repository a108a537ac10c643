package dev.perfreview.server.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tomlj.Toml;

/** The published schema takes what the loader takes, and nothing else. */
class ConfigurationSchemaTest {

  private static final String HOT_PATH = "[[hot-path]]\nid = 'x'\nheat = 'step'\npaths = ['a']\n";
  private static final String RULE =
    "[[rule]]\nid = 'x'\nlanguage = 'python'\ncost = 'stall'\nmessage = 'm'\nquery = '(call) @call'\n";
  private static final String PATH = "[[per-path]]\npaths = ['a']\n";

  private static List<String> errors(String toml) throws IOException {
    Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(
      Files.readString(Path.of("../docs/perf-review.schema.json")),
      InputFormat.JSON
    );
    return schema.validate(Toml.parse(toml).toJson(), InputFormat.JSON).stream().map(Object::toString).toList();
  }

  private static List<String> problems(Path folder, String toml) throws IOException {
    Files.writeString(folder.resolve("other.toml"), "");
    Files.writeString(folder.resolve("third.toml"), "");
    Files.writeString(folder.resolve("perf-review.toml"), toml);
    return ConfigurationLoader.load(folder, Configuration.standard())
      .problems()
      .stream()
      .map(ConfigurationProblem::message)
      .toList();
  }

  @Test
  void takesTheSampleWorkspacesConfiguration() throws IOException {
    assertEquals(List.of(), errors(Files.readString(Path.of("../examples/perf-review.toml"))));
  }

  @Test
  void takesTheBuiltInProfiles() throws IOException {
    for (String profile : List.of("common", "dynamo", "sglang", "tgi", "vllm")) {
      Path file = Path.of("../detectors/src/main/resources/hotpaths", profile + ".toml");
      assertEquals(List.of(), errors(Files.readString(file)), profile);
    }
  }

  /** Documents that are right. */
  static List<String> sound() {
    return List.of(
      "",
      "extend = 'other.toml'",
      "extend = ['other.toml', 'third.toml']",
      "extend = []",
      "select = ['list-pop-front']\nignore = ['gpu-sync']",
      "select = []",
      "min-impact = 'minor'\nmax-severity = 'hint'",
      "exclude = ['a', '/b/**', '*.{py,rs}']",
      "profiles = []",
      "profiles = ['vllm', 'tgi']",
      "[rule-levels]\nlist-pop-front = 'off'\ngpu-sync = 'warning'",
      "rule-levels = {}",
      HOT_PATH,
      HOT_PATH.replace("paths = ['a']", "symbols = ['A.b', '*.c']"),
      HOT_PATH + "description = ''\nreason = 'runs'\ncold-symbols = []",
      RULE,
      RULE + "replacement = ''",
      RULE + "replacement = 'f({call})'\napplicability = 'safe'\npaths = ['a/**']\nhot-only = true",
      RULE + RULE.replace("'x'", "'y'").replace("python", "rust").replace("(call)", "(call_expression)"),
      "select = ['x']\n" + RULE + "[rule-levels]\nx = 'hint'",
      PATH + "select = ['gpu-sync']",
      PATH + "ignore = ['gpu-sync']\nmin-impact = 'minor'\nmax-severity = 'hint'\nrule-levels = { gpu-sync = 'off' }",
      PATH + "[per-path.rule-levels]\ngpu-sync = 'error'"
    );
  }

  /** Documents that are wrong. */
  static List<String> wrong() {
    return List.of(
      "selct = []",
      "extend = 1",
      "extend = ''",
      "extend = [1]",
      "extend = ['']",
      "select = 'list-pop-front'",
      "select = [1]",
      "ignore = ['No Id']",
      "min-impact = 'loud'",
      "min-impact = 1",
      "max-severity = 'minor'",
      "exclude = 'a'",
      "exclude = ['']",
      "profiles = ['triton']",
      "rule-levels = []",
      "[rule-levels]\nlist-pop-front = 'loud'",
      "[rule-levels]\n'No Id' = 'off'",
      "hot-path = 1",
      "[[hot-path]]\nid = 'x'\nheat = 'step'",
      "[[hot-path]]\nid = 'x'\npaths = ['a']",
      "[[hot-path]]\nid = 'x'\nheat = 'hot'\npaths = ['a']",
      "[[hot-path]]\nheat = 'step'\npaths = ['a']",
      HOT_PATH.replace("'x'", "''"),
      HOT_PATH.replace("['a']", "[]"),
      HOT_PATH + "path = ['a']",
      "[rule]\nid = 'x'",
      "[[rule]]\nid = 'x'",
      RULE.replace("id = 'x'\n", ""),
      RULE.replace("'x'", "'X y'"),
      RULE.replace("'x'", "'list-'"),
      RULE.replace("language = 'python'\n", ""),
      RULE.replace("'python'", "'go'"),
      RULE.replace("cost = 'stall'\n", ""),
      RULE.replace("'stall'", "'STALL'"),
      RULE.replace("message = 'm'\n", ""),
      RULE.replace("'m'", "' '"),
      RULE.replace("query = '(call) @call'\n", ""),
      RULE.replace("'(call) @call'", "1"),
      RULE.replace("'(call) @call'", "''"),
      RULE + "replacement = 1",
      RULE + "applicability = 'safe'",
      RULE + "replacement = ''\napplicability = 'always'",
      RULE + "paths = []",
      RULE + "paths = 'a'",
      RULE + "hot-only = 'yes'",
      RULE + "severity = 'error'",
      "[per-path]\npaths = ['a']",
      PATH,
      PATH.replace("['a']", "[]") + "min-impact = 'minor'",
      "[[per-path]]\nmin-impact = 'minor'",
      PATH + "min-impact = 'loud'",
      PATH + "select = 'gpu-sync'",
      PATH + "exclude = ['a']",
      PATH + "rule-levels = { gpu-sync = 'loud' }"
    );
  }

  @ParameterizedTest
  @MethodSource("sound")
  void bothTakeWhatIsRight(String toml, @TempDir Path folder) throws IOException {
    assertEquals(List.of(), problems(folder, toml));
    assertEquals(List.of(), errors(toml));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void bothRefuseWhatIsWrong(String toml, @TempDir Path folder) throws IOException {
    assertFalse(problems(folder, toml).isEmpty(), "the loader takes it");
    assertFalse(errors(toml).isEmpty(), "the schema takes it");
  }

  /** A schema knows no rules, grammars, files or globs: of these the loader alone can say what is wrong. */
  @ParameterizedTest
  @ValueSource(
    strings = {
      "extend = 'missing.toml'",
      "extend = 'perf-review.toml'",
      "select = ['list-pop-frnt']",
      "exclude = ['a//b']",
      "[rule-levels]\nlist-pop-frnt = 'off'",
      "[[rule]]\nid = 'gpu-sync'\nlanguage = 'python'\ncost = 'stall'\nmessage = 'm'\nquery = '(call) @call'",
      "[[rule]]\nid = 'x'\nlanguage = 'python'\ncost = 'stall'\nmessage = 'm'\nquery = '(calls) @call'",
      "[[rule]]\nid = 'x'\nlanguage = 'python'\ncost = 'stall'\nmessage = '{m}'\nquery = '(call) @call'",
    }
  )
  void theLoaderRefusesMore(String toml, @TempDir Path folder) throws IOException {
    assertEquals(1, problems(folder, toml).size());
    assertEquals(List.of(), errors(toml));
  }
}
