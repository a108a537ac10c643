package dev.perfreview.syntax;

import io.github.treesitter.jtreesitter.internal.TreeSitter;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * A {@code TSParser} of one language. Trees are addresses of {@code TSTree}s, which their taker deletes. Not thread-safe.
 *
 * <p>jtreesitter's own parser encodes the text unit by unit, and for each parse and each tree closes an arena that all threads may use, for which
 * the VM stops every one of them.
 */
final class NativeParser implements AutoCloseable {

  /** {@code TSInputEncodingUTF16LE} in tree_sitter/api.h. */
  private static final int UTF_16_LE = 1;

  private static final ValueLayout.OfChar UNIT = ValueLayout.JAVA_CHAR_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  /** 32-bit words of a {@code TSInputEdit}: three offsets in bytes and three points of a row and a column. */
  private static final int EDIT_WORDS = 9;

  private final MemorySegment parser;

  /** Makes a parser. */
  NativeParser(Grammar grammar) {
    parser = TreeSitter.ts_parser_new();
    if (!TreeSitter.ts_parser_set_language(parser, grammar.nativeLanguage())) {
      throw new IllegalStateException("the grammar of " + grammar.language().id() + " does not fit tree-sitter");
    }
  }

  /**
   * Parses a text.
   *
   * @param before the tree of an earlier text to which {@link #edit} has told all edits since; nothing to parse from nothing
   */
  MemorySegment parse(String text, @Nullable MemorySegment before) {
    try (Arena arena = Arena.ofConfined()) {
      char[] units = text.toCharArray();
      MemorySegment copy = arena.allocate(Math.max(1, units.length) * 2L);
      MemorySegment.copy(units, 0, copy, UNIT, 0, units.length);
      MemorySegment old = before == null ? MemorySegment.NULL : before;
      MemorySegment tree = TreeSitter.ts_parser_parse_string_encoding(parser, old, copy, units.length * 2, UTF_16_LE);
      if (tree.equals(MemorySegment.NULL)) {
        throw new IllegalStateException("the text could not be parsed");
      }
      return tree;
    }
  }

  /** Tells a tree of an edit of its text. */
  static void edit(MemorySegment tree, TextEdit edit, SourceText before, SourceText after) {
    int start = edit.range().start();
    int oldEnd = edit.range().end();
    int newEnd = start + edit.replacement().length();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment words = arena.allocate(ValueLayout.JAVA_INT, EDIT_WORDS);
      words.setAtIndex(ValueLayout.JAVA_INT, 0, start * 2);
      words.setAtIndex(ValueLayout.JAVA_INT, 1, oldEnd * 2);
      words.setAtIndex(ValueLayout.JAVA_INT, 2, newEnd * 2);
      setPoint(words, 3, before, start);
      setPoint(words, 5, before, oldEnd);
      setPoint(words, 7, after, newEnd);
      TreeSitter.ts_tree_edit(tree, words);
    }
  }

  /** tree-sitter counts only {@code \n} as a line end, and columns in bytes. */
  private static void setPoint(MemorySegment words, int at, SourceText text, int offset) {
    int row = text.newlinesBefore(offset);
    int rowStart = offset == 0 ? 0 : text.string().lastIndexOf('\n', offset - 1) + 1;
    words.setAtIndex(ValueLayout.JAVA_INT, at, row);
    words.setAtIndex(ValueLayout.JAVA_INT, at + 1, (offset - rowStart) * 2);
  }

  static void delete(MemorySegment tree) {
    TreeSitter.ts_tree_delete(tree);
  }

  @Override
  public void close() {
    TreeSitter.ts_parser_delete(parser);
  }
}
