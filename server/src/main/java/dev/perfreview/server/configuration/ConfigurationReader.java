package dev.perfreview.server.configuration;

import dev.perfreview.analysis.AllRules;
import dev.perfreview.analysis.AnalysisSettings;
import dev.perfreview.heat.Glob;
import dev.perfreview.heat.HotPath;
import dev.perfreview.heat.HotPathReader;
import dev.perfreview.heat.HotPaths;
import dev.perfreview.heat.Impact;
import dev.perfreview.heat.Profile;
import dev.perfreview.rule.RuleInfo;
import dev.perfreview.toml.Suggestion;
import dev.perfreview.toml.TomlReader;
import dev.perfreview.toml.TomlReader.Located;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the table of settings. What cannot be read is reported to its document and keeps the value of the base. */
final class ConfigurationReader {

  /** The keys of the table, as the schema and the manual name them. */
  static final List<String> KEYS = List.of(
    "select",
    "ignore",
    "min-impact",
    "max-severity",
    "rule-levels",
    "exclude",
    "profiles",
    "hot-path"
  );

  private static final Map<String, Impact> IMPACTS = words(Impact.values(), Impact::word);
  private static final Map<String, Severity> SEVERITIES = words(Severity.values(), Severity::word);

  private ConfigurationReader() {}

  private static <E> Map<String, E> words(E[] values, Function<E, String> word) {
    return Arrays.stream(values).collect(
      Collectors.toMap(word, Function.identity(), (first, second) -> first, LinkedHashMap::new)
    );
  }

  static Configuration read(TomlReader table, Configuration base) {
    RuleLevels levels = ruleLevels(table);
    Predicate<RuleInfo> rules = selection(table, base.analysis().enabled()).and(levels::runs);
    Impact minimumImpact = table.word("min-impact", IMPACTS);
    Severity maximumSeverity = table.word("max-severity", SEVERITIES);
    List<Glob> exclude = new ArrayList<>(base.exclude());
    exclude.addAll(globs(table, "exclude"));
    HotPaths hotPaths = hotPaths(table, base.analysis().hotPaths());
    table.finish();
    return new Configuration(
      base.enabled(),
      new AnalysisSettings(hotPaths, rules),
      minimumImpact == null ? base.minimumImpact() : minimumImpact,
      maximumSeverity == null ? base.maximumSeverity() : maximumSeverity,
      exclude,
      levels.over(base.ruleLevels())
    );
  }

  private static RuleLevels ruleLevels(TomlReader table) {
    TomlReader levels = table.table("rule-levels");
    if (levels == null) {
      return RuleLevels.NONE;
    }
    Map<String, Optional<Severity>> byRule = new LinkedHashMap<>();
    Map<String, Optional<Severity>> words = RuleLevels.words();
    // A key that is no rule is left to finish(), which proposes the one that it resembles.
    for (String id : AllRules.ids()) {
      Optional<Severity> level = levels.word(id, words);
      if (level != null) {
        byRule.put(id, level);
      }
    }
    levels.finish();
    return new RuleLevels(byRule);
  }

  private static Predicate<RuleInfo> selection(TomlReader table, Predicate<RuleInfo> base) {
    Set<String> selected = ruleIds(table, "select");
    Set<String> ignored = ruleIds(table, "ignore");
    return base.and(
      rule -> (selected == null || selected.contains(rule.id())) && (ignored == null || !ignored.contains(rule.id()))
    );
  }

  /** The ids under a key; nothing when it is missing or none of its ids exists. */
  private static @Nullable Set<String> ruleIds(TomlReader table, String key) {
    List<Located> ids = table.strings(key);
    if (ids == null) {
      return null;
    }
    Set<String> found = new HashSet<>();
    for (Located id : ids) {
      if (AllRules.ids().contains(id.value())) {
        found.add(id.value());
      } else {
        table.report(
          id.range(),
          "there is no rule `%s`%s".formatted(id.value(), Suggestion.of(id.value(), AllRules.ids()))
        );
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

  private static HotPaths hotPaths(TomlReader table, HotPaths base) {
    List<String> profiles = profiles(table);
    List<HotPath> users = HotPathReader.read(table.tables("hot-path"));
    if (profiles == null && users.isEmpty()) {
      return base;
    }
    return HotPaths.of(profiles == null ? Profile.NAMES : profiles, users);
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
