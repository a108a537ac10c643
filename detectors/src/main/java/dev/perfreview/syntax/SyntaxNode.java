package dev.perfreview.syntax;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * One node of a {@link SyntaxSnapshot}, as rule authors see it. Nothing but a snapshot and an index: cheap to make and to
 * compare. Kinds and fields have the grammar's names ({@code ./dev tree FILE} prints them).
 *
 * @param snapshot what the node is part of
 * @param index its place in the snapshot's pre-order
 */
public record SyntaxNode(SyntaxSnapshot snapshot, int index) {
  /** The grammar's name of the node, {@code "ERROR"} for text that does not parse. */
  public String kind() {
    return snapshot.kindName(index);
  }

  /** Whether the node is of one of these kinds. */
  public boolean is(KindSet kinds) {
    return kinds.contains(snapshot.kind(index));
  }

  /** Whether the node is of this kind. */
  public boolean is(String kind) {
    return kind().equals(kind);
  }

  /** Whether the node is of one of these kinds. */
  public boolean isAny(String... kinds) {
    String own = kind();
    for (String kind : kinds) {
      if (own.equals(kind)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the grammar names the node; punctuation and keywords are not named. */
  public boolean isNamed() {
    return snapshot.isNamed(index);
  }

  /** Whether the parser made the node up to go on after an error. */
  public boolean isMissing() {
    return snapshot.isMissing(index);
  }

  /** Whether the node is text that does not parse. */
  public boolean isError() {
    return snapshot.isError(index);
  }

  /** Whether this node or one below it is {@linkplain #isError() an error} or {@linkplain #isMissing() missing}. */
  public boolean hasError() {
    return snapshot.hasError(index);
  }

  /** The first UTF-16 offset. */
  public int start() {
    return snapshot.start(index);
  }

  /** The UTF-16 offset after the last. */
  public int end() {
    return snapshot.end(index);
  }

  /** The span in UTF-16 offsets. */
  public TextRange range() {
    return new TextRange(start(), end());
  }

  /** The source text of the node. */
  public String text() {
    return snapshot.textOf(index);
  }

  /** Whether the source text of the node is {@code expected}, without copying it. */
  public boolean textIs(String expected) {
    return end() - start() == expected.length() && snapshot.text().string().startsWith(expected, start());
  }

  /** The zero-based line of the node's start. */
  public int line() {
    return snapshot.text().lineOf(start());
  }

  /** The node around this one; nothing at the root. */
  public @Nullable SyntaxNode parent() {
    return nodeOrNull(snapshot.parent(index));
  }

  /** The name of the field that this node fills in its parent. */
  public @Nullable String fieldName() {
    return snapshot.fieldName(index);
  }

  /** The first child in this field. */
  public @Nullable SyntaxNode field(String name) {
    return nodeOrNull(snapshot.childInField(index, name));
  }

  /** The children in this field, in order. */
  public List<SyntaxNode> fields(String name) {
    List<SyntaxNode> found = new ArrayList<>();
    int end = snapshot.subtreeEnd(index);
    for (int child = index + 1; child < end; child = snapshot.subtreeEnd(child)) {
      if (name.equals(snapshot.fieldName(child))) {
        found.add(new SyntaxNode(snapshot, child));
      }
    }
    return found;
  }

  /** All children, punctuation among them. */
  public List<SyntaxNode> children() {
    List<SyntaxNode> children = new ArrayList<>();
    int end = snapshot.subtreeEnd(index);
    for (int child = index + 1; child < end; child = snapshot.subtreeEnd(child)) {
      children.add(new SyntaxNode(snapshot, child));
    }
    return children;
  }

  /** The children that the grammar names, comments among them. */
  public List<SyntaxNode> namedChildren() {
    List<SyntaxNode> children = new ArrayList<>();
    int end = snapshot.subtreeEnd(index);
    for (int child = index + 1; child < end; child = snapshot.subtreeEnd(child)) {
      if (snapshot.isNamed(child)) {
        children.add(new SyntaxNode(snapshot, child));
      }
    }
    return children;
  }

  /** The first child of this kind. */
  public @Nullable SyntaxNode firstChild(String kind) {
    int end = snapshot.subtreeEnd(index);
    for (int child = index + 1; child < end; child = snapshot.subtreeEnd(child)) {
      if (snapshot.kindName(child).equals(kind)) {
        return new SyntaxNode(snapshot, child);
      }
    }
    return null;
  }

  /** The last child that the grammar names and that is not of this kind. */
  public @Nullable SyntaxNode lastNamedChildBut(String kind) {
    int found = -1;
    int end = snapshot.subtreeEnd(index);
    for (int child = index + 1; child < end; child = snapshot.subtreeEnd(child)) {
      if (snapshot.isNamed(child) && !snapshot.kindName(child).equals(kind)) {
        found = child;
      }
    }
    return nodeOrNull(found);
  }

  /** The next node with the same parent. */
  public @Nullable SyntaxNode nextSibling() {
    return nodeOrNull(snapshot.nextSibling(index));
  }

  /** The next node with the same parent that the grammar names. */
  public @Nullable SyntaxNode nextNamedSibling() {
    int sibling = snapshot.nextSibling(index);
    while (sibling >= 0 && !snapshot.isNamed(sibling)) {
      sibling = snapshot.nextSibling(sibling);
    }
    return nodeOrNull(sibling);
  }

  /** The node before this one with the same parent. */
  public @Nullable SyntaxNode previousSibling() {
    int parent = snapshot.parent(index);
    if (parent < 0) {
      return null;
    }
    int previous = -1;
    for (int child = parent + 1; child != index; child = snapshot.subtreeEnd(child)) {
      previous = child;
    }
    return nodeOrNull(previous);
  }

  /** The nodes around this one, the nearest first, the root last. */
  public Iterable<SyntaxNode> ancestors() {
    return () ->
      new Iterator<>() {
        private int next = snapshot.parent(index);

        @Override
        public boolean hasNext() {
          return next >= 0;
        }

        @Override
        public SyntaxNode next() {
          if (next < 0) {
            throw new NoSuchElementException();
          }
          SyntaxNode node = new SyntaxNode(snapshot, next);
          next = snapshot.parent(next);
          return node;
        }
      };
  }

  /** The nearest node around this one of one of these kinds. */
  public @Nullable SyntaxNode enclosing(String... kinds) {
    for (SyntaxNode ancestor : ancestors()) {
      if (ancestor.isAny(kinds)) {
        return ancestor;
      }
    }
    return null;
  }

  /** All nodes below this one, in the order of the text. */
  public Iterable<SyntaxNode> descendants() {
    return new Descendants(snapshot, index, null);
  }

  /** The nodes below this one of some kinds, in the order of the text. */
  public Iterable<SyntaxNode> descendants(KindSet kinds) {
    return new Descendants(snapshot, index, kinds);
  }

  /** {@link #descendants()} as a stream. */
  public Stream<SyntaxNode> streamDescendants() {
    return StreamSupport.stream(descendants().spliterator(), false);
  }

  /** Whether {@code other} is this node or lies below it. */
  public boolean contains(SyntaxNode other) {
    return index <= other.index && other.index < snapshot.subtreeEnd(index);
  }

  private @Nullable SyntaxNode nodeOrNull(int found) {
    return found < 0 ? null : new SyntaxNode(snapshot, found);
  }

  /** Whether it is the same node of the same snapshot. Written out, for what the compiler makes for records starts slowly. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SyntaxNode node && node.index == index && node.snapshot.equals(snapshot);
  }

  @Override
  public int hashCode() {
    return index;
  }

  @Override
  public String toString() {
    return kind() + "[" + start() + ".." + end() + "]";
  }
}
