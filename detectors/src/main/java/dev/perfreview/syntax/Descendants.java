package dev.perfreview.syntax;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The nodes below a node, in the order of the text, or those of some kinds.
 *
 * @param snapshot what they are part of
 * @param root the place of the node in the snapshot's pre-order
 * @param kinds the kinds that are wanted; all where there are none
 */
record Descendants(SyntaxSnapshot snapshot, int root, @Nullable KindSet kinds) implements Iterable<SyntaxNode> {
  @Override
  public Iterator<SyntaxNode> iterator() {
    return new Iterator<>() {
      private final int end = snapshot.subtreeEnd(root);
      private int next = seek(root + 1);

      private int seek(int from) {
        int found = from;
        while (kinds != null && found < end && !kinds.contains(snapshot.kind(found))) {
          found++;
        }
        return found;
      }

      @Override
      public boolean hasNext() {
        return next < end;
      }

      @Override
      public SyntaxNode next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        SyntaxNode node = new SyntaxNode(snapshot, next);
        next = seek(next + 1);
        return node;
      }
    };
  }
}
