package dev.perfreview.syntax;

import dev.perfreview.syntax.QueryPredicateReader.Word;
import io.github.treesitter.jtreesitter.internal.TSQueryPredicateStep;
import io.github.treesitter.jtreesitter.internal.TreeSitter;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * A tree-sitter query: patterns of nodes with captures and predicates. Immutable, and thread-safe as tree-sitter's are.
 *
 * <p>jtreesitter has queries of its own. They take the length of a text in characters for that in bytes, refuse empty strings, keep what asks
 * whether to go on only until the search starts, and their nodes each hold an arena.
 */
// Freeing what tree-sitter made is restricted: the launcher grants native access to the class path.
@SuppressWarnings("restricted")
public final class SyntaxQuery {

  /** {@code TSQuantifierZero} in tree_sitter/api.h: the pattern does not have the capture. */
  private static final int NEVER = 0;

  private final Language language;
  private final MemorySegment query;
  private final List<String> captures;
  private final List<List<QueryPredicate>> predicates;

  /** How a search ended. */
  public enum Ending {
    /** All matches were found. */
    FINISHED,
    /** It was told to stop. */
    STOPPED,
    /** Too many nodes matched the beginnings of its patterns at once; some matches may be missing. */
    TOO_MANY,
  }

  private SyntaxQuery(Language language, String text, MemorySegment query) throws QuerySyntaxException {
    this.language = language;
    this.query = query;
    this.captures = IntStream.range(0, TreeSitter.ts_query_capture_count(query))
      .mapToObj(capture -> stringOf(capture, TreeSitter::ts_query_capture_name_for_id))
      .toList();
    this.predicates = new ArrayList<>();
    QueryPredicateReader reader = new QueryPredicateReader(text);
    for (int pattern = 0; pattern < TreeSitter.ts_query_pattern_count(query); pattern++) {
      predicates.add(predicatesOf(pattern, reader));
      if (!hasCapture(pattern)) {
        int start = charsIn(text, TreeSitter.ts_query_start_byte_for_pattern(query, pattern));
        throw QuerySyntaxException.at(start, 1, "the pattern captures nothing: `@name` after a node takes it");
      }
    }
    if (predicates.isEmpty()) {
      throw QuerySyntaxException.at(0, 0, "the query has no pattern");
    }
  }

  /**
   * Reads a query.
   *
   * @throws QuerySyntaxException when it does not parse, names what the language's grammar does not have, or has a pattern without a capture
   */
  @SuppressWarnings("restricted") // the query is given the life of the memory that tree-sitter made it in
  public static SyntaxQuery compile(Language language, String text) throws QuerySyntaxException {
    Grammar grammar = Grammar.of(language);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment source = arena.allocate(Math.max(1, bytes.length));
      MemorySegment.copy(bytes, 0, source, ValueLayout.JAVA_BYTE, 0, bytes.length);
      MemorySegment offset = arena.allocate(ValueLayout.JAVA_INT);
      MemorySegment kind = arena.allocate(ValueLayout.JAVA_INT);
      MemorySegment made = TreeSitter.ts_query_new(
        MemorySegment.ofAddress(grammar.nativeLanguage()),
        source,
        bytes.length,
        offset,
        kind
      );
      if (made.equals(MemorySegment.NULL)) {
        int at = charsIn(text, offset.get(ValueLayout.JAVA_INT, 0));
        throw QueryErrors.of(grammar, text, at, kind.get(ValueLayout.JAVA_INT, 0));
      }
      // Freed when nobody can reach it any more: settings are swapped while files are reviewed with the last ones.
      return new SyntaxQuery(language, text, made.reinterpret(Arena.ofAuto(), TreeSitter::ts_query_delete));
    }
  }

  /** How many UTF-16 units the first bytes of a text in UTF-8 are. */
  private static int charsIn(String text, int bytes) {
    return new String(text.getBytes(StandardCharsets.UTF_8), 0, bytes, StandardCharsets.UTF_8).length();
  }

  /** The language whose nodes it names. */
  public Language language() {
    return language;
  }

  /** The names of its captures, without their {@code @}. */
  public List<String> captures() {
    return captures;
  }

  /**
   * Finds the matches in a file.
   *
   * @param tree the file, in the query's language
   * @param stop asked now and then whether nobody waits for the rest
   * @param found takes each match
   */
  public Ending search(QueryTree tree, BooleanSupplier stop, Consumer<QueryMatch> found) {
    return new QuerySearch(query, captures, predicates, tree, stop).run(found);
  }

  private boolean hasCapture(int pattern) {
    return IntStream.range(0, captures.size()).anyMatch(
      capture -> TreeSitter.ts_query_capture_quantifier_for_id(query, pattern, capture) != NEVER
    );
  }

  private List<QueryPredicate> predicatesOf(int pattern, QueryPredicateReader reader) throws QuerySyntaxException {
    List<QueryPredicate> found = new ArrayList<>();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment count = arena.allocate(ValueLayout.JAVA_INT);
      MemorySegment steps = TreeSitter.ts_query_predicates_for_pattern(query, pattern, count);
      List<Word> words = new ArrayList<>();
      for (int step = 0; step < count.get(ValueLayout.JAVA_INT, 0); step++) {
        MemorySegment each = TSQueryPredicateStep.asSlice(steps, step);
        int value = TSQueryPredicateStep.value_id(each);
        int type = TSQueryPredicateStep.type(each);
        if (type == TreeSitter.TSQueryPredicateStepTypeDone()) {
          found.add(reader.read(words));
          words.clear();
        } else if (type == TreeSitter.TSQueryPredicateStepTypeCapture()) {
          words.add(new Word(true, captures.get(value)));
        } else {
          words.add(new Word(false, stringOf(value, TreeSitter::ts_query_string_value_for_id)));
        }
      }
    }
    return found;
  }

  private String stringOf(int number, StringLookup lookup) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment length = arena.allocate(ValueLayout.JAVA_INT);
      MemorySegment bytes = lookup.find(query, number, length);
      return new String(
        bytes.asSlice(0, length.get(ValueLayout.JAVA_INT, 0)).toArray(ValueLayout.JAVA_BYTE),
        StandardCharsets.UTF_8
      );
    }
  }

  /** One of tree-sitter's functions that answer a text and write its length. */
  @FunctionalInterface
  private interface StringLookup {
    MemorySegment find(MemorySegment query, int number, MemorySegment length);
  }
}
