package dev.perfreview.server.lsp.workspace;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.perfreview.heat.Impact;
import dev.perfreview.server.configuration.Configuration;
import dev.perfreview.server.configuration.Severity;
import dev.perfreview.server.lsp.client.Trace;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the user set in the editor under {@code perfReview}; nothing for what is absent or cannot be read.
 *
 * @param enabled whether anything is reported; the editor calls it "enable"
 * @param minimumImpact findings below it are not shown
 * @param maximumSeverity the loudest that a finding is shown; the editor calls it "maxSeverity"
 * @param trace how much of the server's log is shown
 */
public record EditorSettings(
  @Nullable Boolean enabled,
  @Nullable Impact minimumImpact,
  @Nullable Severity maximumSeverity,
  Trace trace
) {
  /** The section of the editor's settings that holds ours. */
  public static final String SECTION = "perfReview";

  private static final Logger LOG = LoggerFactory.getLogger(EditorSettings.class);

  /** Nothing is set. */
  public static final EditorSettings NONE = new EditorSettings(null, null, null, Trace.OFF);

  /** Reads the section; warns of each value that is none. */
  public static EditorSettings read(@Nullable Object section) {
    if (!(section instanceof JsonObject json)) {
      return NONE;
    }
    Trace trace = choice(json, "trace", Trace.values(), Trace::word);
    return new EditorSettings(
      flag(json, "enable"),
      choice(json, "minimumImpact", Impact.values(), Impact::word),
      choice(json, "maxSeverity", Severity.values(), EditorSettings::wordOf),
      trace == null ? Trace.OFF : trace
    );
  }

  private static String wordOf(Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
  }

  /** The settings over the defaults, as the base that a configuration file adds to. */
  public Configuration asConfiguration() {
    Configuration standard = Configuration.standard();
    return new Configuration(
      enabled == null ? standard.enabled() : enabled,
      standard.analysis(),
      minimumImpact == null ? standard.minimumImpact() : minimumImpact,
      maximumSeverity == null ? standard.maximumSeverity() : maximumSeverity,
      standard.exclude()
    );
  }

  private static @Nullable Boolean flag(JsonObject json, String key) {
    JsonElement value = json.get(key);
    if (value == null || value.isJsonNull()) {
      return null;
    }
    if (value.isJsonPrimitive() && value.getAsJsonPrimitive().isBoolean()) {
      return value.getAsBoolean();
    }
    LOG.warn("the setting {}.{} is {}; it must be true or false", SECTION, key, value);
    return null;
  }

  private static <T> @Nullable T choice(JsonObject json, String key, T[] choices, Function<T, String> word) {
    JsonElement value = json.get(key);
    if (value == null || value.isJsonNull()) {
      return null;
    }
    for (T choice : choices) {
      if (value.isJsonPrimitive() && value.getAsString().equals(word.apply(choice))) {
        return choice;
      }
    }
    LOG.warn(
      "the setting {}.{} is {}; it must be one of {}",
      SECTION,
      key,
      value,
      Arrays.stream(choices).map(word).collect(Collectors.joining(", "))
    );
    return null;
  }
}
