package dev.perfreview.syntax;

import io.github.treesitter.jtreesitter.internal.TreeSitter;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;

/**
 * Copies a native tree into flat arrays with one walk of a cursor, where the library has no function of ours that does it in one call.
 *
 * <p>The walk calls tree-sitter through jtreesitter's bindings, for each {@code Node} object of its own opens an arena that the garbage collector
 * must watch: millions in a scan of a tree, a quarter of all its work.
 */
final class CursorWalk {

  /** Bytes of a {@code TSNode}: four 32-bit words of context and two pointers (tree_sitter/api.h). */
  private static final long NODE_BYTES = 32;

  private final NodeArrays.Builder nodes;

  private CursorWalk(int expectedSize) {
    this.nodes = new NodeArrays.Builder(expectedSize);
  }

  /**
   * The nodes of a tree.
   *
   * @param tree a {@code TSTree}
   * @param expectedSize about how many there are
   */
  static NodeArrays nodesOf(MemorySegment tree, int expectedSize) {
    try (Arena arena = Arena.ofConfined()) {
      // Each node is read before the cursor moves on, so all of them can be written to the same few bytes.
      MemorySegment node = arena.allocate(NODE_BYTES, 8);
      SegmentAllocator oneNode = SegmentAllocator.prefixAllocator(node);
      MemorySegment cursor = TreeSitter.ts_tree_cursor_new(arena, TreeSitter.ts_tree_root_node(oneNode, tree));
      try {
        CursorWalk walk = new CursorWalk(expectedSize);
        walk.walk(cursor, node, oneNode);
        return walk.nodes.build();
      } finally {
        TreeSitter.ts_tree_cursor_delete(cursor);
      }
    }
  }

  private void walk(MemorySegment cursor, MemorySegment node, SegmentAllocator oneNode) {
    int parent = -1;
    while (true) {
      TreeSitter.ts_tree_cursor_current_node(oneNode, cursor);
      int index = open(node, cursor, parent);
      if (TreeSitter.ts_tree_cursor_goto_first_child(cursor)) {
        parent = index;
        continue;
      }
      nodes.close(index);
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
    int start = TreeSitter.ts_node_start_byte(node) / 2;
    int end = TreeSitter.ts_node_end_byte(node) / 2;
    byte flags = 0;
    if (kind == Grammar.ERROR_SYMBOL) {
      flags = SyntaxSnapshot.ERROR | SyntaxSnapshot.HAS_ERROR;
    } else if (start == end && TreeSitter.ts_node_is_missing(node)) {
      flags = SyntaxSnapshot.MISSING | SyntaxSnapshot.HAS_ERROR;
    }
    int field = Short.toUnsignedInt(TreeSitter.ts_tree_cursor_current_field_id(cursor));
    return nodes.open(kind, field, flags, start, end, parent);
  }
}
