package dev.perfreview.python.tensors;

/** Whose memory holds a tensor. */
public enum Residence {
  /** Nothing has been said yet: the neutral element of {@link #join} and {@link #meet}. */
  UNDEFINED,
  /** The host's. */
  HOST,
  /** A device's, by what the code in sight does. */
  DEVICE,
  /**
   * A device's as far as the convention of serving code goes: nothing in sight says where it is made, and no name says that it is a
   * copy on the host. Good enough on a hot path, where tensors are on the device unless their name tells otherwise.
   */
  PRESUMED_DEVICE,
  /** Either, for all that is known. */
  UNKNOWN;

  /** Whether it is a device's, known or presumed. */
  public boolean isDevice() {
    return this == DEVICE || this == PRESUMED_DEVICE;
  }

  /** Of a value that comes from one of two places, depending on what ran. */
  Residence join(Residence other) {
    if (this == other || other == UNDEFINED) {
      return this;
    }
    if (this == UNDEFINED) {
      return other;
    }
    return isDevice() && other.isDevice() ? PRESUMED_DEVICE : UNKNOWN;
  }

  /** Of two tensors that are used in one operation, which needs both in the same memory: what is surer of either counts. */
  Residence meet(Residence other) {
    if (rank() == other.rank()) {
      return this == other ? this : UNKNOWN;
    }
    return rank() > other.rank() ? this : other;
  }

  private int rank() {
    return switch (this) {
      case UNDEFINED -> 0;
      case UNKNOWN -> 1;
      case PRESUMED_DEVICE -> 2;
      case HOST, DEVICE -> 3;
    };
  }
}
