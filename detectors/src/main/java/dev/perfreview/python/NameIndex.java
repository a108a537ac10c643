package dev.perfreview.python;

import dev.perfreview.syntax.SourceText;
import dev.perfreview.syntax.SyntaxNode;
import dev.perfreview.syntax.SyntaxSnapshot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Nodes by their text: a hash table in two arrays. It is filled with the many thousand identifiers of a file at each keystroke and asked for a few of
 * them, so that adding must cost nothing but a hash, where a map of lists makes three objects.
 */
final class NameIndex {

  private static final int NONE = -1;

  private final SyntaxSnapshot syntax;
  private final SourceText text;

  /** By the hash of the text: the node that was added last. */
  private final int[] last;

  /** By node: the one of the same place in the table that was added before it. */
  private final int[] before;

  NameIndex(SyntaxSnapshot syntax) {
    this.syntax = syntax;
    this.text = syntax.text();
    this.last = new int[Integer.highestOneBit(Math.max(16, syntax.size() / 8))];
    this.before = new int[syntax.size()];
    Arrays.fill(last, NONE);
  }

  /** Adds a node, which comes after those that were added before it in the text. */
  void add(SyntaxNode node) {
    int place = place(text.hashOf(node.start(), node.end()));
    before[node.index()] = last[place];
    last[place] = node.index();
  }

  private int place(int hash) {
    return (hash ^ (hash >>> 16)) & (last.length - 1);
  }

  /** The nodes of a text, in the order of the file. */
  List<SyntaxNode> named(String name) {
    List<SyntaxNode> found = new ArrayList<>();
    for (int index = last[place(name.hashCode())]; index != NONE; index = before[index]) {
      SyntaxNode node = syntax.node(index);
      if (node.textIs(name)) {
        found.add(node);
      }
    }
    return found.reversed();
  }
}
