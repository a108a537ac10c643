package dev.perfreview.syntax;

import java.lang.foreign.MemorySegment;

/**
 * The native tree of a snapshot's text, for queries. Parsed once more, since snapshots hold no native memory: only who has queries pays for
 * it. Not thread-safe.
 */
public final class QueryTree implements AutoCloseable {

  private final SyntaxSnapshot snapshot;
  private final MemorySegment tree;

  private QueryTree(SyntaxSnapshot snapshot, MemorySegment tree) {
    this.snapshot = snapshot;
    this.tree = tree;
  }

  /** Parses the text of a snapshot; a snapshot is always what a fresh parse gives, so the nodes are the same. */
  public static QueryTree of(SyntaxSnapshot snapshot) {
    try (NativeParser parser = new NativeParser(snapshot.grammar())) {
      return new QueryTree(snapshot, parser.parse(snapshot.text().string(), null));
    }
  }

  /** What it is the tree of. */
  public SyntaxSnapshot snapshot() {
    return snapshot;
  }

  /** The {@code TSTree}. */
  MemorySegment tree() {
    return tree;
  }

  @Override
  public void close() {
    NativeParser.delete(tree);
  }
}
