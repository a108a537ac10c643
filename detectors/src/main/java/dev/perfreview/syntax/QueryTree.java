package dev.perfreview.syntax;

/**
 * The native tree of a snapshot's text, for queries. Parsed once more, since snapshots hold no native memory: only who has queries pays for
 * it. Not thread-safe.
 */
public final class QueryTree implements AutoCloseable {

  private final SyntaxSnapshot snapshot;
  private final long tree;

  private QueryTree(SyntaxSnapshot snapshot, long tree) {
    this.snapshot = snapshot;
    this.tree = tree;
  }

  /**
   * Parses the text of a snapshot; a snapshot is always what a fresh parse gives, so the nodes are the same.
   *
   * @throws ParseTimeoutException when the text's errors take too long
   */
  public static QueryTree of(SyntaxSnapshot snapshot) {
    NativeTreeSitter treeSitter = snapshot.grammar().treeSitter();
    long parser = treeSitter.newParser(snapshot.grammar().nativeLanguage());
    try {
      return new QueryTree(snapshot, treeSitter.parse(parser, snapshot.text().string(), 0, () -> false));
    } finally {
      treeSitter.freeParser(parser);
    }
  }

  /** What it is the tree of. */
  public SyntaxSnapshot snapshot() {
    return snapshot;
  }

  /** The address of the {@code TSTree}. */
  long tree() {
    return tree;
  }

  @Override
  public void close() {
    snapshot.grammar().treeSitter().freeTree(tree);
  }
}
