package dev.perfreview.syntax;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What the engine asks of tree-sitter's C library. {@code TSLanguage}s, {@code TSParser}s and {@code TSTree}s are addresses; parsers and trees are freed by whoever
 * made them. A parser serves one thread at a time, and so does a tree that is edited.
 */
interface NativeTreeSitter {
  /** What a grammar says of itself. */
  GrammarNames namesOf(long language);

  /**
   * A new parser of a language.
   *
   * @throws IllegalStateException when the grammar was made for another version of tree-sitter
   */
  long newParser(long language);

  /** Frees a parser. */
  void freeParser(long parser);

  /**
   * Parses a text.
   *
   * @param before the tree of an earlier text that was told of all edits since; 0 to parse from nothing
   * @param limit asked now and then whether to go on
   * @return the tree; 0 when memory runs out or the limit is reached
   */
  long parse(long parser, String text, long before, ParseLimit limit);

  /**
   * Parses a text under the limit for its length.
   *
   * @param before the tree of an earlier text that was told of all edits since; 0 to parse from nothing
   * @param outdated whether nobody wants the answer any more
   * @throws CancellationException when nobody does
   * @throws ParseTimeoutException when it takes too long
   */
  default long parse(long parser, String text, long before, BooleanSupplier outdated) {
    ParseLimit limit = new ParseLimit(text.length(), outdated);
    long tree = parse(parser, text, before, limit);
    if (tree == 0) {
      limit.throwIfReached();
      throw new IllegalStateException("the text could not be parsed");
    }
    return tree;
  }

  /** Tells a tree of an edit of its text: offsets and columns in bytes of UTF-16. */
  void edit(long tree, int start, int oldEnd, int newEnd, Point startPoint, Point oldEndPoint, Point newEndPoint);

  /** Frees a tree. */
  void freeTree(long tree);

  /**
   * The nodes of a tree.
   *
   * @param expectedSize about how many there are
   * @param earlier the tree that it was parsed from, whose nodes may be copied where it shares them
   */
  NodeArrays flatten(long tree, int expectedSize, @Nullable FlattenedTree earlier);

  /**
   * A {@code TSPoint}.
   *
   * @param row how many {@code \n} stand before it
   * @param column bytes from the start of the row
   */
  record Point(int row, int column) {}

  /**
   * The kinds of node and the fields of a grammar, by number.
   *
   * @param kinds the name of each kind; null where it has none
   * @param named whether nodes of a kind are named
   * @param fields the name of each field; the first is no field
   */
  // Read once, by Grammar.
  @SuppressWarnings("ArrayRecordComponent")
  record GrammarNames(@Nullable String[] kinds, boolean[] named, @Nullable String[] fields) {}
}
