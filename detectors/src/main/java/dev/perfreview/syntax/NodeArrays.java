package dev.perfreview.syntax;

import java.util.Arrays;

/** The columns of a {@link SyntaxSnapshot}: one entry a node, in pre-order. Filled once by a {@link Builder}, then only read. */
final class NodeArrays {

  private final int size;
  private final short[] kind;
  private final short[] field;
  private final byte[] flags;
  private final int[] start;
  private final int[] end;
  private final int[] parent;
  private final int[] subtreeEnd;
  private final long[] address;

  private NodeArrays(Builder builder) {
    size = builder.size;
    kind = Arrays.copyOf(builder.kind, size);
    field = Arrays.copyOf(builder.field, size);
    flags = Arrays.copyOf(builder.flags, size);
    start = Arrays.copyOf(builder.start, size);
    end = Arrays.copyOf(builder.end, size);
    parent = Arrays.copyOf(builder.parent, size);
    subtreeEnd = Arrays.copyOf(builder.subtreeEnd, size);
    address = Arrays.copyOf(builder.address, size);
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

  /** Where the native subtree lay; means something only while its tree is open. */
  long address(int index) {
    return address[index];
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
    private long[] address;

    Builder(int expectedSize) {
      int capacity = Math.max(16, expectedSize);
      kind = new short[capacity];
      field = new short[capacity];
      flags = new byte[capacity];
      start = new int[capacity];
      end = new int[capacity];
      parent = new int[capacity];
      subtreeEnd = new int[capacity];
      address = new long[capacity];
    }

    int open(int kindId, int fieldId, byte nodeFlags, int nodeStart, int nodeEnd, int parentIndex, long nodeAddress) {
      reserve(1);
      int index = size++;
      kind[index] = (short) kindId;
      field[index] = (short) fieldId;
      flags[index] = nodeFlags;
      start[index] = nodeStart;
      end[index] = nodeEnd;
      parent[index] = parentIndex;
      address[index] = nodeAddress;
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

    /** Takes over a subtree of other arrays: a node and all below it, moved so that it starts at {@code newStart}. */
    void copySubtree(NodeArrays from, int root, int fieldId, int newStart, int parentIndex) {
      int count = from.subtreeEnd[root] - root;
      reserve(count);
      int offset = newStart - from.start[root];
      int shift = size - root;
      System.arraycopy(from.kind, root, kind, size, count);
      System.arraycopy(from.field, root, field, size, count);
      System.arraycopy(from.flags, root, flags, size, count);
      System.arraycopy(from.address, root, address, size, count);
      for (int old = root; old < root + count; old++) {
        int index = old + shift;
        start[index] = from.start[old] + offset;
        end[index] = from.end[old] + offset;
        parent[index] = from.parent[old] + shift;
        subtreeEnd[index] = from.subtreeEnd[old] + shift;
      }
      field[size] = (short) fieldId;
      parent[size] = parentIndex;
      flags[parentIndex] |= (byte) (flags[size] & SyntaxSnapshot.HAS_ERROR);
      size += count;
    }

    NodeArrays build() {
      return new NodeArrays(this);
    }

    private void reserve(int more) {
      if (size + more <= kind.length) {
        return;
      }
      int capacity = Math.max(kind.length * 2, size + more);
      kind = Arrays.copyOf(kind, capacity);
      field = Arrays.copyOf(field, capacity);
      flags = Arrays.copyOf(flags, capacity);
      start = Arrays.copyOf(start, capacity);
      end = Arrays.copyOf(end, capacity);
      parent = Arrays.copyOf(parent, capacity);
      subtreeEnd = Arrays.copyOf(subtreeEnd, capacity);
      address = Arrays.copyOf(address, capacity);
    }
  }
}
