package dev.perfreview.syntax;

/**
 * Finds the node of an earlier flattening by the native address of its subtree: open addressing over two arrays, because a
 * {@code HashMap} of boxed addresses costs more than the walk that it saves.
 */
final class AddressTable {

  private final long[] addresses;
  private final int[] indexes;
  private final int mask;

  /** Takes the addresses of all nodes, by index. */
  AddressTable(NodeArrays nodes) {
    int capacity = Integer.highestOneBit(Math.max(8, nodes.size())) << 2;
    addresses = new long[capacity];
    indexes = new int[capacity];
    mask = capacity - 1;
    for (int index = 0; index < nodes.size(); index++) {
      int slot = slotOf(nodes.address(index));
      // A node that spans just one child can share its address with that child: the outer one comes first and stays.
      if (addresses[slot] == 0) {
        addresses[slot] = nodes.address(index);
        indexes[slot] = index;
      }
    }
  }

  /** The index of the node at this address, -1 when there was none. */
  int indexOf(long address) {
    int slot = slotOf(address);
    return addresses[slot] == 0 ? -1 : indexes[slot];
  }

  private int slotOf(long address) {
    // Addresses are multiples of eight, and neighbours differ little: multiply to spread them (Knuth's golden-ratio hash).
    int slot = (int) ((address * 0x9E3779B97F4A7C15L) >>> 32) & mask;
    while (addresses[slot] != 0 && addresses[slot] != address) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}
