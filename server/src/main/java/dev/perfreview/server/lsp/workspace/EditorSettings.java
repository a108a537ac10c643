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
 * The editor's settings under {@code perfReview}. What is absent or cannot be read is the default.
 *
 * @param enabled whether anything is reported; the editor calls it "enable"
 * @param minimumImpact findings below it are not shown
 * @param maximumSeverity the loudest that a finding is shown; the editor calls it "maxSeverity"
 * @param trace how much of the server's log is shown
 */
public record EditorSettings(boolean enabled, Impact minimumImpact, Severity maximumSeverity, Trace trace) {
  /** The section of the editor's settings that holds ours. */
  public static final String SECTION = "perfReview";

  private static final Logger LOG = LoggerFactory.getLogger(EditorSettings.class);

  /** What holds where the user set nothing. */
  public static EditorSettings standard() {
    Configuration standard = Configuration.standard();
    return new EditorSettings(standard.enabled(), standard.minimumImpact(), standard.maximumSeverity(), Trace.OFF);
  }

  /** Reads the section; warns of each value that is none. */
  public static EditorSettings read(@Nullable Object section) {
    EditorSettings standard = standard();
    if (!(section instanceof JsonObject json)) {
      return standard;
    }
    return new EditorSettings(
      flag(json, "enable", standard.enabled()),
      choice(json, "minimumImpact", Impact.values(), Impact::word, standard.minimumImpact()),
      choice(json, "maxSeverity", Severity.values(), EditorSettings::wordOf, standard.maximumSeverity()),
      choice(json, "trace", Trace.values(), Trace::word, standard.trace())
    );
  }

  private static String wordOf(Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
  }

  /** The settings as the base that a configuration file adds to. */
  public Configuration asConfiguration() {
    return new Configuration(enabled, Configuration.standard().analysis(), minimumImpact, maximumSeverity);
  }

  private static boolean flag(JsonObject json, String key, boolean standard) {
    JsonElement value = json.get(key);
    if (isAbsent(value)) {
      return standard;
    }
    if (value.isJsonPrimitive() && value.getAsJsonPrimitive().isBoolean()) {
      return value.getAsBoolean();
    }
    LOG.warn("the setting {}.{} is {}; it must be true or false", SECTION, key, value);
    return standard;
  }

  private static <T> T choice(JsonObject json, String key, T[] choices, Function<T, String> word, T standard) {
    JsonElement value = json.get(key);
    if (isAbsent(value)) {
      return standard;
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
    return standard;
  }

  private static boolean isAbsent(@Nullable JsonElement value) {
    return value == null || value.isJsonNull();
  }
}
