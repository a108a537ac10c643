package dev.perfreview.syntax;

import java.util.Arrays;

/** The columns of a {@link SyntaxSnapshot}: one entry a node, in pre-order. Filled once, then only read. */
final class NodeArrays {

  final int size;
  final short[] kind;
  final short[] field;
  final byte[] flags;
  final int[] start;
  final int[] end;
  final int[] parent;
  final int[] subtreeEnd;

  /** Columns for so many nodes, to be filled. */
  NodeArrays(int size) {
    this.size = size;
    kind = new short[size];
    field = new short[size];
    flags = new byte[size];
    start = new int[size];
    end = new int[size];
    parent = new int[size];
    subtreeEnd = new int[size];
  }

  private NodeArrays(Builder builder) {
    size = builder.size;
    kind = Arrays.copyOf(builder.kind, size);
    field = Arrays.copyOf(builder.field, size);
    flags = Arrays.copyOf(builder.flags, size);
    start = Arrays.copyOf(builder.start, size);
    end = Arrays.copyOf(builder.end, size);
    parent = Arrays.copyOf(builder.parent, size);
    subtreeEnd = Arrays.copyOf(builder.subtreeEnd, size);
  }

  int size() {
    return size;
  }

  int kind(int index) {
    return Short.toUnsignedInt(kind[index]);
  }

  int field(int index) {
    return field[index];
  }

  byte flags(int index) {
    return flags[index];
  }

  int start(int index) {
    return start[index];
  }

  int end(int index) {
    return end[index];
  }

  int parent(int index) {
    return parent[index];
  }

  int subtreeEnd(int index) {
    return subtreeEnd[index];
  }

  /** Collects nodes in pre-order: {@link #open} each, {@link #close} it after the nodes below it. */
  static final class Builder {

    private int size;
    private short[] kind;
    private short[] field;
    private byte[] flags;
    private int[] start;
    private int[] end;
    private int[] parent;
    private int[] subtreeEnd;

    Builder(int expectedSize) {
      int capacity = Math.max(16, expectedSize);
      kind = new short[capacity];
      field = new short[capacity];
      flags = new byte[capacity];
      start = new int[capacity];
      end = new int[capacity];
      parent = new int[capacity];
      subtreeEnd = new int[capacity];
    }

    int open(int kindId, int fieldId, byte nodeFlags, int nodeStart, int nodeEnd, int parentIndex) {
      reserve();
      int index = size++;
      kind[index] = (short) kindId;
      field[index] = (short) fieldId;
      flags[index] = nodeFlags;
      start[index] = nodeStart;
      end[index] = nodeEnd;
      parent[index] = parentIndex;
      return index;
    }

    /** Ends the node at {@code index}, tells its parent of errors in it, and answers that parent. */
    int close(int index) {
      subtreeEnd[index] = size;
      int above = parent[index];
      if (above >= 0) {
        flags[above] |= (byte) (flags[index] & SyntaxSnapshot.HAS_ERROR);
      }
      return above;
    }

    NodeArrays build() {
      return new NodeArrays(this);
    }

    private void reserve() {
      if (size < kind.length) {
        return;
      }
      int capacity = kind.length * 2;
      kind = Arrays.copyOf(kind, capacity);
      field = Arrays.copyOf(field, capacity);
      flags = Arrays.copyOf(flags, capacity);
      start = Arrays.copyOf(start, capacity);
      end = Arrays.copyOf(end, capacity);
      parent = Arrays.copyOf(parent, capacity);
      subtreeEnd = Arrays.copyOf(subtreeEnd, capacity);
    }
  }
}
