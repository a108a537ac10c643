package dev.perfreview.heat;

import dev.perfreview.toml.TomlReader;
import dev.perfreview.toml.TomlReader.Located;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads {@code [[hot-path]]} tables, of the profiles that ship with the tool and of the user's configuration alike. */
public final class HotPathReader {

  /** The keys of such a table, as the configuration's schema and manual name them. */
  public static final List<String> KEYS = List.of(
    "id",
    "description",
    "heat",
    "reason",
    "paths",
    "symbols",
    "cold-symbols"
  );

  private static final Map<String, Frequency> FREQUENCIES = frequencies();

  private HotPathReader() {}

  private record Frequency(Heat heat, String reason) {}

  private static Map<String, Frequency> frequencies() {
    Map<String, Frequency> words = new LinkedHashMap<>();
    words.put("cold", new Frequency(Heat.COLD, "runs rarely"));
    words.put("request", new Frequency(Heat.REQUEST, "runs for every request"));
    words.put("event", new Frequency(Heat.STEP, "runs for every event"));
    words.put("step", new Frequency(Heat.STEP, "runs on every step"));
    words.put("token", new Frequency(Heat.TOKEN, "runs for every token"));
    return words;
  }

  /** The words that {@code heat} takes, coldest first. */
  public static List<String> heatWords() {
    return List.copyOf(FREQUENCIES.keySet());
  }

  /** Reads the tables; what is wrong in one is reported to its document and leaves that table out. */
  public static List<HotPath> read(List<TomlReader> tables) {
    List<HotPath> hotPaths = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (TomlReader table : tables) {
      HotPath hotPath = read(table);
      if (hotPath != null && ids.add(hotPath.id())) {
        hotPaths.add(hotPath);
      } else if (hotPath != null) {
        table.reportValue("id", "there are two hot paths `%s`".formatted(hotPath.id()));
      }
    }
    return hotPaths;
  }

  private static @Nullable HotPath read(TomlReader table) {
    Located id = required(table, "id");
    Located description = table.string("description");
    Frequency frequency = table.word("heat", FREQUENCIES);
    if (!table.has("heat")) {
      table.report(table.range(), "a hot path needs `heat`: how often its code runs");
    }
    Located reason = table.string("reason");
    List<Glob> paths = patterns(table, "paths", Glob::of);
    List<SymbolPattern> symbols = patterns(table, "symbols", SymbolPattern::of);
    List<SymbolPattern> coldSymbols = patterns(table, "cold-symbols", SymbolPattern::of);
    table.finish();
    if (!table.has("paths") && !table.has("symbols")) {
      table.report(table.range(), "a hot path needs `paths` or `symbols`: which code it speaks of");
      return null;
    }
    if (id == null || frequency == null || paths == null || symbols == null || coldSymbols == null) {
      return null;
    }
    return new HotPath(
      id.value(),
      description == null ? "" : description.value(),
      frequency.heat(),
      reason == null ? frequency.reason() : reason.value(),
      paths,
      symbols,
      coldSymbols
    );
  }

  private static @Nullable Located required(TomlReader table, String key) {
    if (!table.has(key)) {
      table.report(table.range(), "a hot path needs `%s`".formatted(key));
    }
    Located text = table.string(key);
    if (text != null && text.value().isBlank()) {
      table.report(text.range(), "`%s` is empty".formatted(key));
      return null;
    }
    return text;
  }

  private static <P> @Nullable List<P> patterns(TomlReader table, String key, Function<String, P> compile) {
    List<P> patterns = new ArrayList<>();
    List<Located> texts = table.strings(key);
    if (texts == null) {
      return table.has(key) ? null : List.of();
    }
    boolean sound = true;
    for (Located text : texts) {
      try {
        patterns.add(compile.apply(text.value()));
      } catch (IllegalArgumentException wrong) {
        table.report(text.range(), "not a pattern for `%s`: %s".formatted(key, wrong.getMessage()));
        sound = false;
      }
    }
    if (texts.isEmpty() && !key.equals("cold-symbols")) {
      table.reportValue(key, "`%s` names nothing".formatted(key));
      sound = false;
    }
    return sound ? patterns : null;
  }
}
