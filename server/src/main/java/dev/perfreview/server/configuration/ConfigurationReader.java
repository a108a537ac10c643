package dev.perfreview.server.configuration;

import dev.perfreview.analysis.AllRules;
import dev.perfreview.heat.Glob;
import dev.perfreview.heat.HotPath;
import dev.perfreview.heat.HotPathReader;
import dev.perfreview.heat.Impact;
import dev.perfreview.heat.Profile;
import dev.perfreview.toml.Suggestion;
import dev.perfreview.toml.TomlReader;
import dev.perfreview.toml.TomlReader.Located;
import dev.perfreview.userrules.UserRuleReader;
import dev.perfreview.userrules.UserRules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the table of settings. What cannot be read is reported to its document and left open. */
final class ConfigurationReader {

  /** The keys of the table, as the schema and the manual name them. */
  static final List<String> KEYS = List.of(
    "extend",
    "select",
    "ignore",
    "min-impact",
    "max-severity",
    "rule-levels",
    "exclude",
    "profiles",
    "hot-path",
    "rule",
    "per-path"
  );

  /** The keys of a table {@code [[per-path]]}. */
  static final List<String> PATH_KEYS = List.of(
    "paths",
    "select",
    "ignore",
    "min-impact",
    "max-severity",
    "rule-levels"
  );

  private static final Map<String, Impact> IMPACTS = words(Impact.values(), Impact::word);
  private static final Map<String, Severity> SEVERITIES = words(Severity.values(), Severity::word);

  private final TomlReader table;
  private final Set<String> ruleIds;

  /**
   * For a table that chooses rules.
   *
   * @param table the settings, or what holds for some files
   * @param ruleIds the ids of the rules that there are
   */
  private ConfigurationReader(TomlReader table, Set<String> ruleIds) {
    this.table = table;
    this.ruleIds = ruleIds;
  }

  private static <E> Map<String, E> words(E[] values, Function<E, String> word) {
    return Arrays.stream(values).collect(
      Collectors.toMap(word, Function.identity(), (first, second) -> first, LinkedHashMap::new)
    );
  }

  /**
   * Reads the settings.
   *
   * @param table their table, of which {@code extend} is read already
   * @param file the file that it stands in
   * @param extended what the files say that it extends
   */
  static ConfigurationLayer read(TomlReader table, Path file, ConfigurationLayer extended) {
    UserRules userRules = UserRuleReader.read(table.tables("rule"), file, AllRules.ids());
    Set<String> ruleIds = new LinkedHashSet<>(AllRules.ids());
    ruleIds.addAll(extended.userRules().ids());
    ruleIds.addAll(userRules.ids());
    RuleChoice choice = new ConfigurationReader(table, ruleIds).choice();
    List<Glob> exclude = globs(table, "exclude");
    List<String> profiles = profiles(table);
    List<HotPath> hotPaths = HotPathReader.read(table.tables("hot-path"));
    List<PathSettings> perPath = new ArrayList<>();
    for (TomlReader some : table.tables("per-path")) {
      PathSettings settings = new ConfigurationReader(some, ruleIds).perPath();
      if (settings != null) {
        perPath.add(settings);
      }
    }
    table.finish();
    return new ConfigurationLayer(choice, exclude, profiles, hotPaths, userRules, perPath).over(extended);
  }

  private @Nullable PathSettings perPath() {
    List<Glob> paths = globs(table, "paths");
    if (!table.has("paths")) {
      table.report(table.range(), "a table `[[per-path]]` needs `paths`: the files that it speaks of");
    } else if (table.isEmptyArray("paths")) {
      table.reportValue("paths", "`paths` names nothing");
    }
    RuleChoice choice = choice();
    table.finish();
    if (
      PATH_KEYS.stream()
        .filter(key -> !key.equals("paths"))
        .noneMatch(table::has)
    ) {
      table.report(table.range(), "a table `[[per-path]]` needs a setting: what holds for its `paths`");
    }
    return paths.isEmpty() ? null : new PathSettings(paths, choice);
  }

  private RuleChoice choice() {
    RuleLevels levels = ruleLevels();
    return new RuleChoice(
      ruleIds("select"),
      ruleIds("ignore"),
      table.word("min-impact", IMPACTS),
      table.word("max-severity", SEVERITIES),
      levels
    );
  }

  private RuleLevels ruleLevels() {
    TomlReader levels = table.table("rule-levels");
    if (levels == null) {
      return RuleLevels.NONE;
    }
    Map<String, Optional<Severity>> byRule = new LinkedHashMap<>();
    Map<String, Optional<Severity>> words = RuleLevels.words();
    // A key that is no rule is left to finish(), which proposes the one that it resembles.
    for (String id : ruleIds) {
      Optional<Severity> level = levels.word(id, words);
      if (level != null) {
        byRule.put(id, level);
      }
    }
    levels.finish();
    return new RuleLevels(byRule);
  }

  /** The ids under a key; nothing when it is missing or none of its ids exists. */
  private @Nullable Set<String> ruleIds(String key) {
    List<Located> ids = table.strings(key);
    if (ids == null) {
      return null;
    }
    Set<String> found = new HashSet<>();
    for (Located id : ids) {
      if (ruleIds.contains(id.value())) {
        found.add(id.value());
      } else {
        table.report(id.range(), "there is no rule `%s`%s".formatted(id.value(), Suggestion.of(id.value(), ruleIds)));
      }
    }
    return found.isEmpty() && !ids.isEmpty() ? null : found;
  }

  private static List<Glob> globs(TomlReader table, String key) {
    List<Glob> globs = new ArrayList<>();
    List<Located> texts = table.strings(key);
    for (Located text : texts == null ? List.<Located>of() : texts) {
      try {
        globs.add(Glob.of(text.value()));
      } catch (IllegalArgumentException wrong) {
        table.report(text.range(), "not a glob: " + wrong.getMessage());
      }
    }
    return globs;
  }

  private static @Nullable List<String> profiles(TomlReader table) {
    List<Located> names = table.strings("profiles");
    if (names == null) {
      return null;
    }
    List<String> found = new ArrayList<>();
    for (Located name : names) {
      if (Profile.NAMES.contains(name.value())) {
        found.add(name.value());
      } else {
        String suggestion = Suggestion.of(name.value(), Profile.NAMES);
        String known = String.join(", ", Profile.NAMES);
        table.report(name.range(), "there is no profile `%s` among %s%s".formatted(name.value(), known, suggestion));
      }
    }
    return found;
  }
}
