package dev.perfreview.server.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.perfreview.heat.Heat;
import dev.perfreview.heat.HotPathReader;
import dev.perfreview.heat.Impact;
import dev.perfreview.heat.ImpactTable;
import dev.perfreview.heat.Profile;
import dev.perfreview.rule.Cost;
import dev.perfreview.userrules.UserRuleReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The loader, the schema and the manual say the same. */
class ConfigurationManualTest {

  private static final Path DOCS = Path.of("../docs");
  private static final String MANUAL = read("configuration.md");
  private static final JsonObject SCHEMA = JsonParser.parseString(read("perf-review.schema.json")).getAsJsonObject();

  /** The keys whose values are arrays of tables. */
  private static final Set<String> TABLES = Set.of("hot-path", "rule", "per-path");

  private static String read(String name) {
    try {
      return Files.readString(DOCS.resolve(name));
    } catch (IOException missing) {
      throw new IllegalStateException(missing);
    }
  }

  /** What stands between a heading of the manual and the next. */
  private static String section(String heading) {
    String after = MANUAL.substring(MANUAL.indexOf("\n## " + heading + "\n") + 1);
    int next = after.indexOf("\n## ");
    return next < 0 ? after : after.substring(0, next);
  }

  /** The keys of the section's table: the code in its first cells. */
  private static Set<String> keysInTable(String section) {
    return Pattern.compile("^\\| `([a-z-]+)` \\|", Pattern.MULTILINE)
      .matcher(section)
      .results()
      .map(match -> match.group(1))
      .collect(Collectors.toCollection(TreeSet::new));
  }

  private static JsonObject at(JsonObject object, String... names) {
    JsonObject current = object;
    for (String name : names) {
      current = current.getAsJsonObject(name);
    }
    return current;
  }

  private static List<String> words(JsonArray array) {
    return array.asList().stream().map(JsonElement::getAsString).toList();
  }

  private static Set<String> set(List<String> names) {
    return new TreeSet<>(names);
  }

  @Test
  void loaderSchemaAndManualNameTheSameKeys() {
    assertEquals(set(ConfigurationReader.KEYS), new TreeSet<>(at(SCHEMA, "properties").keySet()));
    assertEquals(set(ConfigurationReader.KEYS), keysInTable(section("Keys")));
  }

  @Test
  void loaderSchemaAndManualNameTheSameKeysOfAHotPath() {
    assertEquals(set(HotPathReader.KEYS), new TreeSet<>(at(SCHEMA, "$defs", "hot-path", "properties").keySet()));
    assertEquals(set(HotPathReader.KEYS), keysInTable(section("Hot paths")));
  }

  @Test
  void loaderSchemaAndManualNameTheSameKeysOfAPath() {
    assertEquals(
      set(ConfigurationReader.PATH_KEYS),
      new TreeSet<>(at(SCHEMA, "$defs", "per-path", "properties").keySet())
    );
    assertEquals(set(ConfigurationReader.PATH_KEYS), keysInTable(section("Settings for some files")));
  }

  @Test
  void loaderSchemaAndManualNameTheSameKeysOfARule() {
    assertEquals(set(UserRuleReader.KEYS), new TreeSet<>(at(SCHEMA, "$defs", "rule", "properties").keySet()));
    assertEquals(set(UserRuleReader.KEYS), keysInTable(read("user-rules.md")));
  }

  @Test
  void theLoaderReadsTheKeysThatItNames(@TempDir Path folder) throws IOException {
    String text = Stream.concat(
      ConfigurationReader.KEYS.stream().filter(key -> !TABLES.contains(key)),
      Stream.of("hot-paht", "colour")
    )
      .map(key -> key + " = 1\n")
      .collect(Collectors.joining());
    String tables =
      table("hot-path", HotPathReader.KEYS) +
      table("rule", UserRuleReader.KEYS) +
      table("per-path", ConfigurationReader.PATH_KEYS);
    Files.writeString(folder.resolve("perf-review.toml"), text + tables);
    List<String> messages = ConfigurationLoader.load(folder, Configuration.standard())
      .problems()
      .stream()
      .map(ConfigurationProblem::message)
      .toList();
    List<String> unknown = messages
      .stream()
      .filter(message -> message.startsWith("unknown key"))
      .toList();
    assertEquals(List.of("unknown key `hot-paht`, did you mean `hot-path`?", "unknown key `colour`"), unknown);
    List<String> keys = Stream.of(
      ConfigurationReader.KEYS,
      HotPathReader.KEYS,
      UserRuleReader.KEYS,
      ConfigurationReader.PATH_KEYS
    )
      .flatMap(List::stream)
      .toList();
    for (String key : keys) {
      boolean asked =
        TABLES.contains(key) || messages.stream().anyMatch(message -> message.startsWith("`" + key + "` must be "));
      assertTrue(asked, key + ": " + messages);
    }
  }

  private static String table(String name, List<String> keys) {
    return (
      "[[" +
      name +
      "]]\n" +
      keys
        .stream()
        .map(key -> key + " = 1\n")
        .collect(Collectors.joining())
    );
  }

  @Test
  void theSchemaTakesTheWordsThatTheLoaderTakes() {
    List<String> impacts = Arrays.stream(Impact.values()).map(Impact::word).toList();
    assertEquals(impacts, words(at(SCHEMA, "$defs", "impact").getAsJsonArray("enum")));
    List<String> severities = Arrays.stream(Severity.values())
      .map(severity -> severity.name().toLowerCase(Locale.ROOT))
      .toList();
    assertEquals(severities, words(at(SCHEMA, "$defs", "severity").getAsJsonArray("enum")));
    JsonObject levels = at(SCHEMA, "$defs", "rule-levels", "additionalProperties");
    assertEquals(List.copyOf(RuleLevels.words().keySet()), words(levels.getAsJsonArray("enum")));
    assertEquals(Profile.NAMES, words(at(SCHEMA, "properties", "profiles", "items").getAsJsonArray("enum")));
    JsonObject cost = at(SCHEMA, "$defs", "rule", "properties", "cost");
    assertEquals(UserRuleReader.costWords(), words(cost.getAsJsonArray("enum")));
    JsonObject heat = at(SCHEMA, "$defs", "hot-path", "properties", "heat");
    assertEquals(HotPathReader.heatWords(), words(heat.getAsJsonArray("enum")));
  }

  @Test
  void theManualsImpactTableIsTheOneInForce() {
    List<List<String>> rows = section("Impact")
      .lines()
      .filter(line -> line.startsWith("| `"))
      .map(line -> Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
      .toList();
    assertEquals(Cost.values().length, rows.size());
    for (List<String> row : rows) {
      Cost cost = Cost.valueOf(row.get(1).split("`", -1)[1]);
      List<String> expected = Arrays.stream(Heat.values())
        .map(heat -> ImpactTable.impactOf(cost, heat).word())
        .toList();
      assertEquals(expected, row.subList(2, 2 + expected.size()), cost.name());
    }
  }

  @Test
  void theManualsExamplesAreSound(@TempDir Path folder) throws IOException {
    List<String> examples = Pattern.compile("```toml\n(.*?)```", Pattern.DOTALL)
      .matcher(MANUAL + read("user-rules.md"))
      .results()
      .map(match -> match.group(1))
      .toList();
    assertFalse(examples.isEmpty());
    Files.createDirectory(folder.resolve("tools"));
    Files.writeString(folder.resolve("tools/perf-review-team.toml"), "min-impact = 'minor'\n");
    for (String example : examples) {
      Files.writeString(folder.resolve("perf-review.toml"), example);
      assertEquals(List.of(), ConfigurationLoader.load(folder, Configuration.standard()).problems(), example);
    }
  }
}
