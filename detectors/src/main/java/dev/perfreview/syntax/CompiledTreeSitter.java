package dev.perfreview.syntax;

import org.jspecify.annotations.Nullable;

/**
 * tree-sitter as the build compiles it, with native methods of our own (natives/src/java_methods.h). The VM links them when they are first
 * called, at no cost that could be measured; calling the same functions through the foreign-function interface took 120 ms of a start.
 */
final class CompiledTreeSitter implements NativeTreeSitter {

  /** Stands for the nodes of an earlier tree where there is none. */
  private static final NodeArrays NOTHING = new NodeArrays(0);

  /**
   * The {@code TSLanguage} in one of the compiled libraries, which was just loaded; 0 in tree-sitter's core, which has none.
   *
   * @throws UnsatisfiedLinkError when the library is of another build
   */
  static long languageIn(String library) {
    return switch (library) {
      case "tree-sitter-python" -> python();
      case "tree-sitter-rust" -> rust();
      default -> {
        deleteParser(createParser());
        yield 0;
      }
    };
  }

  @Override
  public GrammarNames namesOf(long language) {
    prepare(language);
    return new GrammarNames(kindNames(language), namedKinds(language), fieldNames(language));
  }

  @Override
  public long newParser(long language) {
    long parser = createParser();
    if (!setLanguage(parser, language)) {
      throw new IllegalStateException("the compiled grammar does not fit tree-sitter");
    }
    return parser;
  }

  @Override
  public void freeParser(long parser) {
    deleteParser(parser);
  }

  @Override
  public long parse(long parser, String text, long before, ParseLimit limit) {
    return parseText(parser, text, before, limit);
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
    editTree(
      tree,
      start,
      oldEnd,
      newEnd,
      startPoint.row(),
      startPoint.column(),
      oldEndPoint.row(),
      oldEndPoint.column(),
      newEndPoint.row(),
      newEndPoint.column()
    );
  }

  @Override
  public void freeTree(long tree) {
    deleteTree(tree);
  }

  @Override
  public NodeArrays flatten(long tree, int expectedSize, @Nullable FlattenedTree earlier) {
    int size = nodeCount(tree);
    NodeArrays nodes = new NodeArrays(size);
    NodeArrays from = earlier == null ? NOTHING : earlier.nodes();
    int copied = flattenTree(
      tree,
      size,
      nodes.kind,
      nodes.field,
      nodes.flags,
      nodes.start,
      nodes.end,
      nodes.parent,
      nodes.subtreeEnd,
      earlier == null ? 0 : earlier.tree(),
      from.kind,
      from.field,
      from.flags,
      from.start,
      from.end,
      from.parent,
      from.subtreeEnd
    );
    if (copied != size) {
      throw new OutOfMemoryError("no native memory to walk a tree of " + size + " nodes");
    }
    return nodes;
  }

  private static native long python();

  private static native long rust();

  private static native void prepare(long language);

  private static native @Nullable String[] kindNames(long language);

  private static native boolean[] namedKinds(long language);

  private static native @Nullable String[] fieldNames(long language);

  private static native long createParser();

  private static native boolean setLanguage(long parser, long language);

  private static native void deleteParser(long parser);

  private static native long parseText(long parser, String text, long before, ParseLimit limit);

  private static native void editTree(
    long tree,
    int start,
    int oldEnd,
    int newEnd,
    int startRow,
    int startColumn,
    int oldEndRow,
    int oldEndColumn,
    int newEndRow,
    int newEndColumn
  );

  private static native void deleteTree(long tree);

  private static native int nodeCount(long tree);

  private static native int flattenTree(
    long tree,
    int expectedSize,
    short[] kind,
    short[] field,
    byte[] flags,
    int[] start,
    int[] end,
    int[] parent,
    int[] subtreeEnd,
    long earlier,
    short[] earlierKind,
    short[] earlierField,
    byte[] earlierFlags,
    int[] earlierStart,
    int[] earlierEnd,
    int[] earlierParent,
    int[] earlierSubtreeEnd
  );
}
