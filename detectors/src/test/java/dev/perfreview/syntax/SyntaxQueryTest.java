package dev.perfreview.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perfreview.syntax.SyntaxQuery.Ending;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyntaxQueryTest {

  private static boolean never() {
    return false;
  }

  private static SyntaxQuery python(String text) {
    try {
      return SyntaxQuery.compile(Language.PYTHON, text);
    } catch (QuerySyntaxException wrong) {
      throw new AssertionError(wrong);
    }
  }

  /** The text of the first node of the capture {@code @x} of each match. */
  private static List<String> found(SyntaxQuery query, String code) {
    List<String> texts = new ArrayList<>();
    try (QueryTree tree = QueryTree.of(SyntaxTree.snapshotOf(query.language(), code))) {
      Ending ending = query.search(tree, SyntaxQueryTest::never, match ->
        texts.add(textOf(match.nodes("x").getFirst(), code))
      );
      assertEquals(Ending.FINISHED, ending);
    }
    return texts;
  }

  private static String textOf(TextRange range, String code) {
    return code.substring(range.start(), range.end());
  }

  /** {@code offset: the text at fault: the reason} of a query that is wrong. */
  private static String error(Language language, String query) {
    QuerySyntaxException wrong = assertThrows(QuerySyntaxException.class, () -> SyntaxQuery.compile(language, query));
    String at = query.substring(wrong.start(), wrong.start() + wrong.length());
    return wrong.start() + ": " + at + ": " + wrong.reason();
  }

  @Test
  void findsNodesInTheOrderOfTheTextAlsoBehindCharactersOfTwoUnits() {
    SyntaxQuery query = python("(call function: (identifier) @x)");
    assertEquals(List.of("first", "second"), found(query, "s = '😀ä'; first(a)\nif b:\n  second()\n"));
  }

  @Test
  void aQueryMayHoldCharactersOfSeveralBytes() {
    SyntaxQuery query = python("; größer 😀\n((string) @x (#eq? @x \"'ä😀'\"))");
    assertEquals(List.of("'ä😀'"), found(query, "a = 'b'\nc = 'ä😀'\n"));
  }

  @ParameterizedTest
  @CsvSource(
    delimiter = '|',
    textBlock = """
    (#eq? @x "b")                   | b
    (#not-eq? @x "b")               | a c
    (#match? @x "^[bc]$")           | b c
    (#not-match? @x "b")            | a c
    (#any-of? @x "a" "c")           | a c
    (#not-any-of? @x "a" "c")       | b
    (#eq? @x "")                    | ''
    (#not-eq? @x "b") (#eq? @x "c") | c
    """
  )
  void predicatesAskAboutTheTextOfACapture(String predicates, String expected) {
    SyntaxQuery query = python("((expression_statement (identifier) @x) " + predicates + ")");
    assertEquals(expected, String.join(" ", found(query, "a\nb\nc\n")));
  }

  @Test
  void twoCapturesCanBeCompared() {
    SyntaxQuery same = python("((assignment left: (_) @x right: (_) @y) (#eq? @x @y))");
    SyntaxQuery other = python("((assignment left: (_) @x right: (_) @y) (#not-eq? @x @y))");
    assertEquals(List.of("a"), found(same, "a = a\nb = c\n"));
    assertEquals(List.of("b"), found(other, "a = a\nb = c\n"));
  }

  @ParameterizedTest
  @CsvSource(
    delimiter = ';',
    quoteCharacter = '`',
    textBlock = """
    (#eq? @x "'a'")         ; 'a' 'a'
    (#not-eq? @x "'a'")     ; 'b' 'c'
    (#any-eq? @x "'a'")     ; 'a' 'a'|'a' 'b'
    (#any-not-eq? @x "'a'") ; 'a' 'b'|'b' 'c'
    (#any-match? @x "c")    ; 'b' 'c'
    """
  )
  void ofSeveralNodesAllOrAnyMustFulfilAPredicate(String predicate, String expected) {
    SyntaxQuery query = python("((concatenated_string (string)+ @x) @list " + predicate + ")");
    String code = "'a' 'a'\n'a' 'b'\n'b' 'c'\n";
    List<String> lists = new ArrayList<>();
    try (QueryTree tree = QueryTree.of(SyntaxTree.snapshotOf(Language.PYTHON, code))) {
      query.search(tree, SyntaxQueryTest::never, match -> {
        // Each part of the repetition is a match of its own as well.
        if (match.nodes("x").size() == 2) {
          lists.add(textOf(match.nodes("list").getFirst(), code));
        }
      });
    }
    assertEquals(expected, lists.stream().distinct().collect(Collectors.joining("|")));
  }

  @Test
  void aCaptureInAMissingPartHasNoNodes() {
    SyntaxQuery query = python("(return_statement (identifier)? @y) @x");
    try (QueryTree tree = QueryTree.of(SyntaxTree.snapshotOf(Language.PYTHON, "return\n"))) {
      query.search(tree, SyntaxQueryTest::never, match -> {
        assertEquals(List.of(), match.nodes("y"));
        assertNull(match.span("y"));
        assertEquals(new TextRange(0, 6), match.outermost());
      });
    }
  }

  @Test
  void saysWhatIsWrongAndWhere() {
    assertEquals("6: : the query ends too early: is a `)`, `]` or `\"` missing?", error(Language.PYTHON, "(call "));
    assertEquals("8: : the query does not parse here", error(Language.PYTHON, "(call) @)"));
    assertEquals(
      "7: method_call: the grammar of python has no node `method_call`",
      error(Language.PYTHON, "(list (method_call) @x)")
    );
    assertEquals(
      "17: receiver: the grammar of rust has no field `receiver`",
      error(Language.RUST, "(call_expression receiver: (_) @x)")
    );
    assertEquals(
      "21: y: no node before this predicate is captured as `@y`",
      error(Language.PYTHON, "((call) @x (#eq? @x @y))")
    );
    assertEquals("0: (: the pattern captures nothing: `@name` after a node takes it", error(Language.PYTHON, "(call)"));
    assertEquals("0: : the query has no pattern", error(Language.PYTHON, "; nothing"));
    assertEquals(
      "6: : this can match nothing: in the grammar of python the node around it never has such a part",
      error(Language.PYTHON, "(call (module)) @x")
    );
  }

  @Test
  void saysWhichPredicateIsWrong() {
    String start = "; (#no? a)\n((string) @x (#eq? @x \"(#b?\"))\n((call) @y ";
    assertEquals(
      start.length() +
        2 +
        ": lua-match?: there is no predicate `#lua-match?` among `#eq?`, `#not-eq?`, `#any-eq?`, " +
        "`#any-not-eq?`, `#match?`, `#not-match?`, `#any-match?`, `#any-not-match?`, `#any-of?`, `#not-any-of?`",
      error(Language.PYTHON, start + "(#lua-match? @y \"a\"))")
    );
    assertEquals(
      start.length() + 2 + ": match?: `(` is no regular expression: Unclosed group",
      error(Language.PYTHON, start + "(#match? @y \"(\"))")
    );
    assertEquals(
      start.length() + 2 + ": eq?: `#eq?` asks about a capture, which must come first",
      error(Language.PYTHON, start + "(#eq? \"a\" @y))")
    );
    assertEquals(
      start.length() + 2 + ": not-eq?: `#not-eq?` takes a capture and one more word",
      error(Language.PYTHON, start + "(#not-eq? @y))")
    );
  }

  @Test
  void aQueryThatTakesLongIsStopped() {
    // Each list element may be any of the captures: the beginnings multiply.
    SyntaxQuery query = python("(module (_)* @x (_)* @y (_)* @z (pass_statement) @end)");
    String code = IntStream.range(0, 5000)
      .mapToObj(line -> "a" + line + "\n")
      .collect(Collectors.joining());
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(50);
    try (QueryTree tree = QueryTree.of(SyntaxTree.snapshotOf(Language.PYTHON, code))) {
      Ending ending = query.search(tree, () -> System.nanoTime() > end, _ -> {});
      assertTrue(ending != Ending.FINISHED, ending.name());
    }
  }

  @Test
  void aRegularExpressionThatTakesForEverIsStopped() {
    SyntaxQuery query = python("((string) @x (#match? @x \"(.*)*(.*)*(.*)*(.*)*(.*)*z\"))");
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(50);
    try (QueryTree tree = QueryTree.of(SyntaxTree.snapshotOf(Language.PYTHON, "s = '" + "a".repeat(200) + "c'\n"))) {
      assertEquals(Ending.STOPPED, query.search(tree, () -> System.nanoTime() > end, _ -> {}));
    }
  }
}
