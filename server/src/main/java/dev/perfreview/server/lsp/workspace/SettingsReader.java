package dev.perfreview.server.lsp.workspace;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.perfreview.heat.Glob;
import dev.perfreview.server.configuration.RuleLevels;
import dev.perfreview.server.configuration.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads single values of the editor's settings; what is absent is nothing, and so is what cannot be read, of which it warns. */
final class SettingsReader {

  private static final Logger LOG = LoggerFactory.getLogger(SettingsReader.class);

  private final JsonObject section;

  SettingsReader(JsonObject section) {
    this.section = section;
  }

  @Nullable
  Boolean flag(String key) {
    JsonElement value = valueOf(key);
    if (value == null || (value.isJsonPrimitive() && value.getAsJsonPrimitive().isBoolean())) {
      return value == null ? null : value.getAsBoolean();
    }
    warn(key, value, "true or false");
    return null;
  }

  /** One of the choices, by its word. */
  <T> @Nullable T choice(String key, T[] choices, Function<T, String> word) {
    return choice(key, valueOf(key), choices, word);
  }

  /** One of the choices, given as the value of the key or under another name in an object that is the value of the key. */
  <T> @Nullable T choice(String key, String inner, T[] choices, Function<T, String> word) {
    return valueOf(key) instanceof JsonObject object
      ? choice(key + "." + inner, present(object.get(inner)), choices, word)
      : choice(key, choices, word);
  }

  private static <T> @Nullable T choice(
    String key,
    @Nullable JsonElement value,
    T[] choices,
    Function<T, String> word
  ) {
    for (T choice : choices) {
      if (value != null && value.isJsonPrimitive() && value.getAsString().equals(word.apply(choice))) {
        return choice;
      }
    }
    if (value != null) {
      warn(key, value, "one of " + Arrays.stream(choices).map(word).collect(Collectors.joining(", ")));
    }
    return null;
  }

  /** The globs of an array of strings; none for what is no glob. */
  List<Glob> globs(String key) {
    JsonElement value = valueOf(key);
    if (!(value instanceof JsonArray array)) {
      if (value != null) {
        warn(key, value, "an array of globs");
      }
      return List.of();
    }
    List<Glob> globs = new ArrayList<>();
    for (JsonElement element : array) {
      if (!(element instanceof JsonPrimitive text) || !text.isString()) {
        warn(key, value, "an array of globs");
        continue;
      }
      try {
        globs.add(Glob.of(text.getAsString()));
      } catch (IllegalArgumentException wrong) {
        LOG.warn(
          "the setting {}.{} has {}, which is no glob: {}",
          EditorSettings.SECTION,
          key,
          element,
          wrong.getMessage()
        );
      }
    }
    return globs;
  }

  /** What an object says of rules, by their ids: whether there are such rules only the configuration files can tell. */
  RuleLevels ruleLevels(String key) {
    JsonElement value = valueOf(key);
    if (!(value instanceof JsonObject levels)) {
      if (value != null) {
        warn(key, value, "an object of rule ids");
      }
      return RuleLevels.NONE;
    }
    Map<String, Optional<Severity>> words = RuleLevels.words();
    Map<String, Optional<Severity>> byRule = new HashMap<>();
    for (Map.Entry<String, JsonElement> entry : levels.entrySet()) {
      String rule = entry.getKey();
      String word = choice(
        key + "." + rule,
        entry.getValue(),
        words.keySet().toArray(String[]::new),
        Function.identity()
      );
      if (word != null) {
        byRule.put(rule, words.getOrDefault(word, Optional.empty()));
      }
    }
    return new RuleLevels(byRule);
  }

  private @Nullable JsonElement valueOf(String key) {
    return present(section.get(key));
  }

  private static @Nullable JsonElement present(@Nullable JsonElement value) {
    return value == null || value.isJsonNull() ? null : value;
  }

  private static void warn(String key, JsonElement value, String expected) {
    LOG.warn("the setting {}.{} is {}; it must be {}", EditorSettings.SECTION, key, value, expected);
  }
}
