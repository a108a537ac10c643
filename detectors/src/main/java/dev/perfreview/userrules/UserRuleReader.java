package dev.perfreview.userrules;

import dev.perfreview.heat.Glob;
import dev.perfreview.rule.Applicability;
import dev.perfreview.rule.Cost;
import dev.perfreview.rule.FixAvailability;
import dev.perfreview.rule.RuleInfo;
import dev.perfreview.rule.UserDefinition;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.QuerySyntaxException;
import dev.perfreview.syntax.SyntaxQuery;
import dev.perfreview.toml.Suggestion;
import dev.perfreview.toml.TomlReader;
import dev.perfreview.toml.TomlReader.Located;
import dev.perfreview.userrules.UserRule.Replacement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code [[rule]]} tables of a configuration. What is wrong in one is reported to its document and leaves that rule out. */
public final class UserRuleReader {

  /** The keys of such a table, as the configuration's schema and manual name them. */
  public static final List<String> KEYS = List.of(
    "id",
    "language",
    "query",
    "message",
    "cost",
    "replacement",
    "applicability",
    "paths",
    "hot-only"
  );

  private static final Pattern KEBAB_CASE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Map<String, Language> LANGUAGES = words(Language.values(), Language::id);
  private static final Map<String, Cost> COSTS = words(Cost.values(), UserRuleReader::wordOf);
  private static final Map<String, Applicability> APPLICABILITIES = words(
    Applicability.values(),
    UserRuleReader::wordOf
  );

  private final Path file;
  private final Set<String> builtIn;
  private final List<UserRule> rules = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();
  private final Set<String> unusable = new HashSet<>();

  private UserRuleReader(Path file, Set<String> builtIn) {
    this.file = file;
    this.builtIn = builtIn;
  }

  private static String wordOf(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static <E> Map<String, E> words(E[] values, Function<E, String> word) {
    Map<String, E> words = new LinkedHashMap<>();
    for (E value : values) {
      words.put(word.apply(value), value);
    }
    return words;
  }

  /** The words that {@code cost} takes, as the table of impacts names them. */
  public static List<String> costWords() {
    return List.copyOf(COSTS.keySet());
  }

  /**
   * Reads the tables.
   *
   * @param file the file that they stand in
   * @param builtIn ids that are taken
   */
  public static UserRules read(List<TomlReader> tables, Path file, Set<String> builtIn) {
    if (tables.isEmpty()) {
      return UserRules.NONE;
    }
    UserRuleReader reader = new UserRuleReader(file, builtIn);
    tables.forEach(reader::read);
    return new UserRules(reader.rules, reader.unusable);
  }

  private void read(TomlReader table) {
    Located id = required(table, "id");
    boolean sound = id != null && isFree(table, id);
    Language language = requiredWord(table, "language", LANGUAGES);
    Cost cost = requiredWord(table, "cost", COSTS);
    SyntaxQuery query = query(table, language);
    Template message = template(table, required(table, "message"), query);
    Located replacementText = table.string("replacement");
    Template replacement = template(table, replacementText, query);
    Applicability applicability = table.word("applicability", APPLICABILITIES);
    if (table.has("applicability") && !table.has("replacement")) {
      table.reportValue("applicability", "`applicability` says how far `replacement` can be trusted, which is missing");
    }
    List<Glob> paths = globs(table);
    Boolean hotOnly = table.flag("hot-only");
    table.finish();
    if (!sound || id == null) {
      return;
    }
    if (
      language == null ||
      cost == null ||
      query == null ||
      message == null ||
      paths == null ||
      (replacementText != null && replacement == null)
    ) {
      unusable.add(id.value());
      return;
    }
    RuleInfo info = new RuleInfo(
      id.value(),
      language,
      summaryOf(table),
      cost,
      replacement == null ? FixAvailability.NONE : FixAvailability.ALWAYS,
      Set.of()
    ).definedAt(new UserDefinition(file, table.line(), UserRulePage.of(table, file)));
    Replacement fix =
      replacement == null
        ? null
        : new Replacement(replacement, applicability == null ? Applicability.UNSAFE : applicability);
    rules.add(new UserRule(info, query, message, fix, paths, Boolean.TRUE.equals(hotOnly)));
  }

  private static String summaryOf(TomlReader table) {
    Located message = table.string("message");
    return message == null ? "" : message.value().strip().replaceAll("\\s+", " ");
  }

  private boolean isFree(TomlReader table, Located id) {
    if (!KEBAB_CASE.matcher(id.value()).matches()) {
      table.report(
        id.range(),
        "`%s` is no id of a rule: small letters and digits, words joined by `-`".formatted(id.value())
      );
      return false;
    }
    if (builtIn.contains(id.value())) {
      table.report(id.range(), "`%s` is a rule of perf-review itself".formatted(id.value()));
      return false;
    }
    if (!ids.add(id.value())) {
      table.report(id.range(), "there are two rules `%s`".formatted(id.value()));
      return false;
    }
    return true;
  }

  private static @Nullable Located required(TomlReader table, String key) {
    Located text = table.string(key);
    if (text != null && text.value().isBlank()) {
      table.report(text.range(), "`%s` is empty".formatted(key));
      return null;
    }
    if (!table.has(key)) {
      table.report(table.range(), "a rule needs `%s`".formatted(key));
    }
    return text;
  }

  private static <E> @Nullable E requiredWord(TomlReader table, String key, Map<String, E> words) {
    if (!table.has(key)) {
      table.report(table.range(), "a rule needs `%s`: %s".formatted(key, String.join(", ", words.keySet())));
    }
    return table.word(key, words);
  }

  private static @Nullable SyntaxQuery query(TomlReader table, @Nullable Language language) {
    Located text = required(table, "query");
    if (text == null || language == null) {
      return null;
    }
    try {
      return SyntaxQuery.compile(language, text.value());
    } catch (QuerySyntaxException wrong) {
      String unknown = wrong.unknownName();
      String suggestion = unknown == null ? "" : Suggestion.of(unknown, wrong.knownNames());
      table.reportWithin(text, wrong.start(), wrong.length(), wrong.reason() + suggestion);
      return null;
    }
  }

  private static @Nullable Template template(TomlReader table, @Nullable Located text, @Nullable SyntaxQuery query) {
    if (text == null || query == null) {
      return null;
    }
    Set<String> captures = Set.copyOf(query.captures());
    try {
      return Template.of(text.value(), captures, unknown -> Suggestion.of(unknown, captures));
    } catch (Template.TemplateException wrong) {
      table.reportWithin(text, wrong.start(), wrong.length(), String.valueOf(wrong.getMessage()));
      return null;
    }
  }

  private static @Nullable List<Glob> globs(TomlReader table) {
    List<Located> texts = table.strings("paths");
    if (texts == null) {
      return table.has("paths") ? null : List.of();
    }
    List<Glob> globs = new ArrayList<>();
    boolean sound = true;
    for (Located text : texts) {
      try {
        globs.add(Glob.of(text.value()));
      } catch (IllegalArgumentException wrong) {
        table.report(text.range(), "not a glob: " + wrong.getMessage());
        sound = false;
      }
    }
    if (texts.isEmpty()) {
      table.reportValue("paths", "`paths` names nothing");
      sound = false;
    }
    return sound ? globs : null;
  }
}
