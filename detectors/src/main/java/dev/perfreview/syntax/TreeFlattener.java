package dev.perfreview.syntax;

import io.github.treesitter.jtreesitter.Tree;
import io.github.treesitter.jtreesitter.TreeCursor;
import io.github.treesitter.jtreesitter.internal.TreeSitter;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.ValueLayout;
import org.jspecify.annotations.Nullable;

/**
 * Copies a native tree into flat arrays with one walk of a cursor. After an edit it copies whole subtrees from the arrays of the
 * tree before: tree-sitter shares the memory of what it did not parse again, so a subtree found at the address that it had before
 * is the same subtree, perhaps moved.
 *
 * <p>That holds only while the tree before is still open, since freed memory may be given out again.
 *
 * <p>The walk calls tree-sitter through jtreesitter's bindings, for each {@code Node} object of its own opens an arena that the garbage collector
 * must watch: millions in a scan of a tree, a quarter of all its work.
 */
final class TreeFlattener {

  /** Bytes of a {@code TSNode}: four 32-bit words of context and two pointers (tree_sitter/api.h). */
  private static final long NODE_BYTES = 32;

  /** Where in it the address of the subtree is. */
  private static final long ID_OFFSET = 16;

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
    try (Arena arena = Arena.ofConfined()) {
      // Each node is read before the cursor moves on, so all of them can be written to the same few bytes.
      MemorySegment node = arena.allocate(NODE_BYTES, 8);
      SegmentAllocator oneNode = SegmentAllocator.prefixAllocator(node);
      try (TreeCursor atRoot = tree.walk()) {
        // Asked for once, for the structure that it leaves in our memory.
        atRoot.getCurrentNode(oneNode);
      }
      MemorySegment cursor = TreeSitter.ts_tree_cursor_new(arena, node);
      try {
        walk(cursor, node, oneNode);
      } finally {
        TreeSitter.ts_tree_cursor_delete(cursor);
      }
      return nodes.build();
    }
  }

  private void walk(MemorySegment cursor, MemorySegment node, SegmentAllocator oneNode) {
    int parent = -1;
    while (true) {
      TreeSitter.ts_tree_cursor_current_node(oneNode, cursor);
      boolean reused = copyReused(node, cursor, parent);
      if (!reused) {
        int index = open(node, cursor, parent);
        if (TreeSitter.ts_tree_cursor_goto_first_child(cursor)) {
          parent = index;
          continue;
        }
        nodes.close(index);
      }
      while (!TreeSitter.ts_tree_cursor_goto_next_sibling(cursor)) {
        if (!TreeSitter.ts_tree_cursor_goto_parent(cursor)) {
          return;
        }
        parent = nodes.close(parent);
      }
    }
  }

  private int open(MemorySegment node, MemorySegment cursor, int parent) {
    int kind = Short.toUnsignedInt(TreeSitter.ts_node_symbol(node));
    int start = TreeSitter.ts_node_start_byte(node);
    int end = TreeSitter.ts_node_end_byte(node);
    byte flags = 0;
    if (kind == Grammar.ERROR_SYMBOL) {
      flags = SyntaxSnapshot.ERROR | SyntaxSnapshot.HAS_ERROR;
    } else if (start == end && TreeSitter.ts_node_is_missing(node)) {
      flags = SyntaxSnapshot.MISSING | SyntaxSnapshot.HAS_ERROR;
    }
    return nodes.open(
      kind,
      Short.toUnsignedInt(TreeSitter.ts_tree_cursor_current_field_id(cursor)),
      flags,
      start / 2,
      end / 2,
      parent,
      node.get(ValueLayout.JAVA_LONG, ID_OFFSET)
    );
  }

  private boolean copyReused(MemorySegment node, MemorySegment cursor, int parent) {
    if (before == null || addresses == null || parent < 0) {
      return false;
    }
    int old = addresses.indexOf(node.get(ValueLayout.JAVA_LONG, ID_OFFSET));
    // The extent is compared too, so that an address that a freed node left to another one cannot deceive.
    if (
      old < 0 ||
      before.kind(old) != Short.toUnsignedInt(TreeSitter.ts_node_symbol(node)) ||
      before.end(old) - before.start(old) !=
        (TreeSitter.ts_node_end_byte(node) - TreeSitter.ts_node_start_byte(node)) / 2 ||
      before.subtreeEnd(old) - old != TreeSitter.ts_node_descendant_count(node)
    ) {
      return false;
    }
    nodes.copySubtree(
      before,
      old,
      Short.toUnsignedInt(TreeSitter.ts_tree_cursor_current_field_id(cursor)),
      TreeSitter.ts_node_start_byte(node) / 2,
      parent
    );
    return true;
  }
}
