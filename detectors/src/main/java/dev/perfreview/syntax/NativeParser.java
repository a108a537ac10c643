package dev.perfreview.syntax;

import dev.perfreview.syntax.NativeTreeSitter.Point;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A {@code TSParser} of one language, and what is done with its trees, which their taker frees. Not thread-safe. */
final class NativeParser implements AutoCloseable {

  private final NativeTreeSitter treeSitter;
  private final long parser;

  /** Makes a parser. */
  NativeParser(Grammar grammar) {
    treeSitter = grammar.treeSitter();
    parser = treeSitter.newParser(grammar.nativeLanguage());
  }

  /**
   * Parses a text.
   *
   * @param expectedSize about how many nodes it has
   * @param before the tree of an earlier text to which {@link #edit} has told all edits since; nothing to parse from nothing
   * @param outdated whether nobody wants the answer any more
   * @throws CancellationException when nobody does
   * @throws ParseTimeoutException when it takes too long
   */
  FlattenedTree parse(String text, int expectedSize, @Nullable FlattenedTree before, BooleanSupplier outdated) {
    long tree = treeSitter.parse(parser, text, before == null ? 0 : before.tree(), outdated);
    return new FlattenedTree(tree, treeSitter.flatten(tree, expectedSize, before));
  }

  /** Tells a tree of an edit of its text. Its nodes stay what they were. */
  void edit(FlattenedTree tree, TextEdit edit, SourceText before, SourceText after) {
    int start = edit.range().start();
    int oldEnd = edit.range().end();
    int newEnd = start + edit.replacement().length();
    treeSitter.edit(
      tree.tree(),
      start * 2,
      oldEnd * 2,
      newEnd * 2,
      pointOf(before, start),
      pointOf(before, oldEnd),
      pointOf(after, newEnd)
    );
  }

  /** tree-sitter counts only {@code \n} as a line end, and columns in bytes. */
  private static Point pointOf(SourceText text, int offset) {
    int rowStart = offset == 0 ? 0 : text.string().lastIndexOf('\n', offset - 1) + 1;
    return new Point(text.newlinesBefore(offset), (offset - rowStart) * 2);
  }

  /** Frees a tree. */
  void free(FlattenedTree tree) {
    treeSitter.freeTree(tree.tree());
  }

  @Override
  public void close() {
    treeSitter.freeParser(parser);
  }
}
