package dev.perfreview.toml;

import dev.perfreview.syntax.TextRange;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/**
 * Reads one table. A getter gives nothing where its key is missing or has the wrong type, and reports the latter; {@link #finish()}
 * reports the keys that no getter asked for.
 */
public final class TomlReader {

  private final TomlDocument document;
  private final TomlTable table;
  private final TextRange range;
  private final Set<String> asked = new LinkedHashSet<>();

  TomlReader(TomlDocument document, TomlTable table, TextRange range) {
    this.document = document;
    this.table = table;
    this.range = range;
  }

  /**
   * A string and where it stands.
   *
   * @param value the string
   * @param range its span with the quotes
   */
  public record Located(String value, TextRange range) {}

  /** The table's header, or the inline table. */
  public TextRange range() {
    return range;
  }

  /** The keys that the text gives. */
  public Set<String> keys() {
    return table.keySet();
  }

  /** Whether the text gives the key, with whatever value. */
  public boolean has(String key) {
    asked.add(key);
    return table.contains(List.of(key));
  }

  /** A string. */
  public @Nullable Located string(String key) {
    Object value = value(key);
    if (value == null) {
      return null;
    }
    if (value instanceof String string) {
      return new Located(string, valueRange(key));
    }
    document.report(valueRange(key), "`%s` must be a string".formatted(key));
    return null;
  }

  /** A boolean. */
  public @Nullable Boolean flag(String key) {
    Object value = value(key);
    if (value == null || value instanceof Boolean) {
      return (Boolean) value;
    }
    document.report(valueRange(key), "`%s` must be true or false".formatted(key));
    return null;
  }

  /** One of the words that {@code words} has meanings for. */
  public <E> @Nullable E word(String key, Map<String, E> words) {
    Located word = string(key);
    if (word == null) {
      return null;
    }
    E meaning = words.get(word.value());
    if (meaning == null) {
      document.report(
        word.range(),
        "`%s` is no value of `%s`, which takes %s%s".formatted(
          word.value(),
          key,
          alternatives(words.keySet()),
          Suggestion.of(word.value(), words.keySet())
        )
      );
    }
    return meaning;
  }

  /** An array of strings; nothing when the key is missing. Elements of another type are reported and left out. */
  public @Nullable List<Located> strings(String key) {
    Object value = value(key);
    if (value == null) {
      return null;
    }
    if (!(value instanceof TomlArray array)) {
      document.report(valueRange(key), "`%s` must be an array of strings".formatted(key));
      return null;
    }
    List<Located> strings = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      TextRange element = document.spans().value(array.inputPositionOf(i));
      if (array.get(i) instanceof String string) {
        strings.add(new Located(string, element));
      } else {
        document.report(element, "`%s` must hold strings only".formatted(key));
      }
    }
    return strings;
  }

  /** The strings of a key that takes one or an array of them; none when it is missing. */
  public List<Located> stringOrStrings(String key) {
    Object value = value(key);
    if (value instanceof String string) {
      return List.of(new Located(string, valueRange(key)));
    }
    if (value == null || value instanceof TomlArray) {
      List<Located> strings = strings(key);
      return strings == null ? List.of() : strings;
    }
    document.report(valueRange(key), "`%s` must be a string or an array of strings".formatted(key));
    return List.of();
  }

  /** Whether the value of a key is an array without elements. */
  public boolean isEmptyArray(String key) {
    return value(key) instanceof TomlArray array && array.isEmpty();
  }

  /** A table. */
  public @Nullable TomlReader table(String key) {
    Object value = value(key);
    if (value == null) {
      return null;
    }
    if (value instanceof TomlTable inner) {
      return new TomlReader(document, inner, keyRange(key));
    }
    document.report(valueRange(key), "`%s` must be a table".formatted(key));
    return null;
  }

  /** An array of tables, written {@code [[key]]}; empty when the key is missing. */
  public List<TomlReader> tables(String key) {
    Object value = value(key);
    if (value == null) {
      return List.of();
    }
    List<TomlReader> tables = new ArrayList<>();
    if (value instanceof TomlArray array) {
      for (int i = 0; i < array.size(); i++) {
        if (array.get(i) instanceof TomlTable element) {
          tables.add(new TomlReader(document, element, document.spans().key(array.inputPositionOf(i))));
        }
      }
    }
    boolean emptyArray = value instanceof TomlArray array && array.isEmpty();
    if (tables.isEmpty() && !emptyArray) {
      document.report(valueRange(key), "`%s` must be an array of tables, written `[[%s]]`".formatted(key, key));
    }
    return tables;
  }

  /** Reports a problem with a key's value. */
  public void reportValue(String key, String message) {
    document.report(valueRange(key), message);
  }

  /** Reports a problem anywhere in the document. */
  public void report(TextRange where, String message) {
    document.report(where, message);
  }

  /**
   * Reports a problem with a part of a string.
   *
   * @param string the string
   * @param start the UTF-16 offset in its value
   * @param length how many UTF-16 units of its value are at fault; 0 for all that follows on the same line
   */
  public void reportWithin(Located string, int start, int length, String message) {
    document.report(document.spans().within(string.range(), string.value(), start, length), message);
  }

  /** The zero-based line on which the table starts. */
  public int line() {
    return document.spans().lineOf(range.start());
  }

  /** Reports the keys that no getter asked for, each with the known key that it resembles. */
  public void finish() {
    for (String key : table.keySet()) {
      if (!asked.contains(key)) {
        document.report(keyRange(key), "unknown key `%s`%s".formatted(key, Suggestion.of(key, asked)));
      }
    }
  }

  private @Nullable Object value(String key) {
    asked.add(key);
    return table.get(List.of(key));
  }

  private TextRange keyRange(String key) {
    return document.spans().key(table.inputPositionOf(List.of(key)));
  }

  private TextRange valueRange(String key) {
    return document.spans().valueOfKey(table.inputPositionOf(List.of(key)));
  }

  private static String alternatives(Set<String> words) {
    List<String> quoted = words
      .stream()
      .map(word -> "`" + word + "`")
      .toList();
    if (quoted.size() == 1) {
      return quoted.getFirst();
    }
    return String.join(", ", quoted.subList(0, quoted.size() - 1)) + " or " + quoted.getLast();
  }
}
