package dev.perfreview.syntax;

import io.github.treesitter.jtreesitter.internal.TreeSitter;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * tree-sitter's plain C functions, which any library of it has, called through jtreesitter's bindings.
 *
 * <p>jtreesitter's own parser encodes the text unit by unit, and for each parse and each tree closes an arena that all threads may use, for which
 * the VM stops every one of them.
 */
// Calling into a library is restricted: the launcher grants native access to the class path.
@SuppressWarnings("restricted")
final class ReadyMadeTreeSitter implements NativeTreeSitter {

  /** {@code TSInputEncodingUTF16LE} in tree_sitter/api.h. */
  private static final int UTF_16_LE = 1;

  /** {@code TSSymbolTypeRegular} there. */
  private static final int NAMED = 0;

  private static final ValueLayout.OfChar UNIT = ValueLayout.JAVA_CHAR_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  /** 32-bit words of a {@code TSInputEdit}: three offsets in bytes and three points of a row and a column. */
  private static final int EDIT_WORDS = 9;

  /** The {@code TSLanguage} in a grammar's library; 0 in tree-sitter's core, which has none. */
  static long languageIn(String library, SymbolLookup symbols) {
    if (library.equals("tree-sitter")) {
      return 0;
    }
    String function = library.replace('-', '_');
    MemorySegment address = symbols
      .find(function)
      .orElseThrow(() -> new UnsatisfiedLinkError("no function " + function));
    try {
      var load = Linker.nativeLinker().downcallHandle(address, FunctionDescriptor.of(ValueLayout.ADDRESS));
      return ((MemorySegment) load.invokeExact()).address();
    } catch (Throwable impossible) {
      throw new AssertionError("a native function cannot throw", impossible);
    }
  }

  @Override
  public GrammarNames namesOf(long language) {
    MemorySegment grammar = MemorySegment.ofAddress(language);
    @Nullable
    String[] kinds = new @Nullable String[TreeSitter.ts_language_symbol_count(grammar)];
    boolean[] named = new boolean[kinds.length];
    for (int kind = 0; kind < kinds.length; kind++) {
      kinds[kind] = stringAt(TreeSitter.ts_language_symbol_name(grammar, (short) kind));
      named[kind] = TreeSitter.ts_language_symbol_type(grammar, (short) kind) == NAMED;
    }
    @Nullable
    String[] fields = new @Nullable String[TreeSitter.ts_language_field_count(grammar) + 1];
    for (int field = 1; field < fields.length; field++) {
      fields[field] = stringAt(TreeSitter.ts_language_field_name_for_id(grammar, (short) field));
    }
    return new GrammarNames(kinds, named, fields);
  }

  private static @Nullable String stringAt(MemorySegment address) {
    return address.equals(MemorySegment.NULL) ? null : address.reinterpret(Long.MAX_VALUE).getString(0);
  }

  @Override
  public long newParser(long language) {
    MemorySegment parser = TreeSitter.ts_parser_new();
    if (!TreeSitter.ts_parser_set_language(parser, MemorySegment.ofAddress(language))) {
      throw new IllegalStateException("the grammar does not fit tree-sitter");
    }
    return parser.address();
  }

  @Override
  public void freeParser(long parser) {
    TreeSitter.ts_parser_delete(MemorySegment.ofAddress(parser));
  }

  /** The limit is not asked: calls from C to Java need classes of their own, for a library that stands in for the compiled one. */
  @Override
  public long parse(long parser, String text, long before, ParseLimit limit) {
    try (Arena arena = Arena.ofConfined()) {
      char[] units = text.toCharArray();
      MemorySegment copy = arena.allocate(Math.max(1, units.length) * 2L);
      MemorySegment.copy(units, 0, copy, UNIT, 0, units.length);
      return TreeSitter.ts_parser_parse_string_encoding(
        MemorySegment.ofAddress(parser),
        MemorySegment.ofAddress(before),
        copy,
        units.length * 2,
        UTF_16_LE
      ).address();
    }
  }

  @Override
  public void edit(
    long tree,
    int start,
    int oldEnd,
    int newEnd,
    Point startPoint,
    Point oldEndPoint,
    Point newEndPoint
  ) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment words = arena.allocate(ValueLayout.JAVA_INT, EDIT_WORDS);
      words.setAtIndex(ValueLayout.JAVA_INT, 0, start);
      words.setAtIndex(ValueLayout.JAVA_INT, 1, oldEnd);
      words.setAtIndex(ValueLayout.JAVA_INT, 2, newEnd);
      setPoint(words, 3, startPoint);
      setPoint(words, 5, oldEndPoint);
      setPoint(words, 7, newEndPoint);
      TreeSitter.ts_tree_edit(MemorySegment.ofAddress(tree), words);
    }
  }

  private static void setPoint(MemorySegment words, int at, Point point) {
    words.setAtIndex(ValueLayout.JAVA_INT, at, point.row());
    words.setAtIndex(ValueLayout.JAVA_INT, at + 1, point.column());
  }

  @Override
  public void freeTree(long tree) {
    TreeSitter.ts_tree_delete(MemorySegment.ofAddress(tree));
  }

  @Override
  public NodeArrays flatten(long tree, int expectedSize, @Nullable FlattenedTree earlier) {
    return CursorWalk.nodesOf(MemorySegment.ofAddress(tree), expectedSize);
  }
}
