package dev.perfreview.toml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TomlReaderTest {

  /** Each problem as {@code the text at fault: the message}. */
  private static List<String> problems(TomlDocument document, String text) {
    return document
      .problems()
      .stream()
      .map(problem -> text.substring(problem.range().start(), problem.range().end()) + ": " + problem.message())
      .toList();
  }

  @Test
  void findsTheValueOfTheWrongType() {
    String text = "a = 1 # one\n\"b 😀\" = 'x' # two\nc = [\n  'y', # three\n  4,\n]\nd = { e = 5, f = 6 }\n";
    TomlDocument document = TomlDocument.parse(text);
    TomlReader root = document.root();
    root.string("a");
    root.flag("b 😀");
    root.strings("c");
    TomlReader inner = root.table("d");
    assertNotNull(inner);
    inner.string("e");
    inner.finish();
    root.finish();
    assertEquals(
      List.of(
        "1: `a` must be a string",
        "'x': `b 😀` must be true or false",
        "4: `c` must hold strings only",
        "5: `e` must be a string",
        "f: unknown key `f`, did you mean `e`?"
      ),
      problems(document, text)
    );
  }

  @Test
  void marksTheHeaderOfAnUnknownTable() {
    String text = "[rules.x]\na = 1\n[[hot-paths]]\nb = 1\n";
    TomlDocument document = TomlDocument.parse(text);
    TomlReader root = document.root();
    root.tables("hot-path");
    root.finish();
    assertEquals(
      List.of("[rules.x]: unknown key `rules`", "[[hot-paths]]: unknown key `hot-paths`, did you mean `hot-path`?"),
      problems(document, text)
    );
  }

  @Test
  void suggestsTheWordThatWasMeant() {
    String text = "severity = 'warnig'\n";
    TomlDocument document = TomlDocument.parse(text);
    Map<String, Integer> words = new TreeMap<>(Map.of("error", 1, "warning", 2));
    document.root().word("severity", words);
    assertEquals(
      List.of(
        "'warnig': `warnig` is no value of `severity`, which takes `error` or `warning`, did you mean `warning`?"
      ),
      problems(document, text)
    );
  }

  @Test
  void anErrorOfSyntaxIsMarkedOnItsLine() {
    String text = "a = 1\nb = \nc = 2\n";
    TomlDocument document = TomlDocument.parse(text);
    assertFalse(document.isWellFormed());
    TomlProblem problem = document.problems().getFirst();
    assertEquals("b =", text.substring(problem.range().start(), problem.range().end()));
    assertTrue(problem.message().startsWith("unexpected"), problem.message());
  }

  @Test
  void anUnfinishedDocumentIsNoReasonToThrow() {
    for (String text : List.of("", "[", "a = [1,", "a = 'x", "[[hot-path", "= 1", "a = \"\\", "\u0000")) {
      TomlDocument document = TomlDocument.parse(text);
      document.root().finish();
      assertEquals(text.isEmpty(), document.isWellFormed(), text);
    }
  }
}
