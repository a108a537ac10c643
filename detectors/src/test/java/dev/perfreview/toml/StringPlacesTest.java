package dev.perfreview.toml;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perfreview.toml.TomlReader.Located;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StringPlacesTest {

  /** However a string is written, the part {@code here} of its value is found where it stands. */
  @ParameterizedTest
  @ValueSource(
    strings = {
      "'a here'",
      "\"a here\"",
      "\"\\t\\\"\\u00e4\\U0001F600 here\\n\"",
      "'''\n(a)\n  here'''",
      "'''a here'''",
      "\"\"\"\n\\\\ \\\"\\\"\\\" here\"\"\"",
      "\"\"\"\r\na \\\r\n   here\r\n\"\"\"",
      "'''\r\na\r\nhere'''",
    }
  )
  void findsAPartOfTheValue(String written) {
    String text = "# 😀\nkey = " + written + " # here\n";
    TomlDocument document = TomlDocument.parse(text);
    Located string = Objects.requireNonNull(document.root().string("key"));
    document.root().reportWithin(string, string.value().indexOf("here"), 4, "found");
    TomlProblem problem = document.problems().getFirst();
    assertEquals("found", problem.message());
    assertEquals(text.indexOf("here"), problem.range().start());
    assertEquals(4, problem.range().length());
  }

  @Test
  void aPartWithoutALengthIsTheRestOfTheLine() {
    String text = "key = '''\n(a\n  (b) c\n)'''\n";
    TomlDocument document = TomlDocument.parse(text);
    Located string = Objects.requireNonNull(document.root().string("key"));
    document.root().reportWithin(string, string.value().indexOf("(b)"), 0, "x");
    document.root().reportWithin(string, string.value().length(), 0, "y");
    assertEquals("(b) c", textAt(text, document.problems().getFirst()));
    assertEquals("'", textAt(text, document.problems().getLast()));
  }

  private static String textAt(String text, TomlProblem problem) {
    return text.substring(problem.range().start(), problem.range().end());
  }

  @Test
  void aValueThatTheTextDoesNotSpellHasNoPlaces() {
    assertArrayEquals(new int[0], StringPlaces.of("'a'", "b"));
  }
}
