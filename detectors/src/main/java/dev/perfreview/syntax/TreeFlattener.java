package dev.perfreview.syntax;

import io.github.treesitter.jtreesitter.Node;
import io.github.treesitter.jtreesitter.Tree;
import io.github.treesitter.jtreesitter.TreeCursor;
import java.lang.foreign.Arena;
import java.lang.foreign.SegmentAllocator;
import org.jspecify.annotations.Nullable;

/**
 * Copies a native tree into flat arrays with one walk of a cursor. After an edit it copies whole subtrees from the arrays of the
 * tree before: tree-sitter shares the memory of what it did not parse again, so a subtree found at the address that it had before
 * is the same subtree, perhaps moved.
 *
 * <p>That holds only while the tree before is still open, since freed memory may be given out again.
 */
final class TreeFlattener {

  /** Bytes of a {@code TSNode}: four 32-bit words of context and two pointers (tree_sitter/api.h). */
  private static final long NODE_BYTES = 32;

  private final NodeArrays.Builder nodes;
  private final @Nullable NodeArrays before;
  private final @Nullable AddressTable addresses;

  private TreeFlattener(int expectedSize, @Nullable NodeArrays before) {
    this.nodes = new NodeArrays.Builder(expectedSize);
    this.before = before;
    this.addresses = before == null ? null : new AddressTable(before);
  }

  /**
   * The nodes of a tree.
   *
   * @param expectedSize about how many there are
   */
  static NodeArrays flatten(Tree tree, int expectedSize) {
    return new TreeFlattener(expectedSize, null).walk(tree);
  }

  /** The nodes of a tree that was parsed from an edited one, whose nodes were {@code before} and which is still open. */
  static NodeArrays flattenEdited(Tree tree, NodeArrays before) {
    return new TreeFlattener(before.size() + 64, before).walk(tree);
  }

  private NodeArrays walk(Tree tree) {
    try (Arena arena = Arena.ofConfined(); TreeCursor cursor = tree.walk()) {
      // Each node is read before the cursor moves on, so all of them can be written to the same few bytes.
      SegmentAllocator oneNode = SegmentAllocator.prefixAllocator(arena.allocate(NODE_BYTES, 8));
      int parent = -1;
      while (true) {
        Node node = cursor.getCurrentNode(oneNode);
        boolean reused = copyReused(node, cursor, parent);
        if (!reused) {
          int index = open(node, cursor, parent);
          if (cursor.gotoFirstChild()) {
            parent = index;
            continue;
          }
          nodes.close(index);
        }
        while (!cursor.gotoNextSibling()) {
          if (!cursor.gotoParent()) {
            return nodes.build();
          }
          parent = nodes.close(parent);
        }
      }
    }
  }

  private int open(Node node, TreeCursor cursor, int parent) {
    int kind = Short.toUnsignedInt(node.getSymbol());
    int start = node.getStartByte();
    int end = node.getEndByte();
    byte flags = 0;
    if (kind == Grammar.ERROR_SYMBOL) {
      flags = SyntaxSnapshot.ERROR | SyntaxSnapshot.HAS_ERROR;
    } else if (start == end && node.isMissing()) {
      flags = SyntaxSnapshot.MISSING | SyntaxSnapshot.HAS_ERROR;
    }
    return nodes.open(kind, cursor.getCurrentFieldId(), flags, start / 2, end / 2, parent, node.getId());
  }

  private boolean copyReused(Node node, TreeCursor cursor, int parent) {
    if (before == null || addresses == null || parent < 0) {
      return false;
    }
    int old = addresses.indexOf(node.getId());
    // The extent is compared too, so that an address that a freed node left to another one cannot deceive.
    if (
      old < 0 ||
      before.kind(old) != Short.toUnsignedInt(node.getSymbol()) ||
      before.end(old) - before.start(old) != (node.getEndByte() - node.getStartByte()) / 2 ||
      before.subtreeEnd(old) - old != node.getDescendantCount()
    ) {
      return false;
    }
    nodes.copySubtree(before, old, cursor.getCurrentFieldId(), node.getStartByte() / 2, parent);
    return true;
  }
}
