package dev.perfreview.python.tensors;

/**
 * What is known of a value as a tensor.
 *
 * @param kind what it is
 * @param residence where it is, if it is a tensor
 * @param isMask whether its elements are truth values, so that indexing with it selects
 * @param isPinned whether it is in page-locked memory of the host
 */
public record TensorValue(Kind kind, Residence residence, boolean isMask, boolean isPinned) {
  /** What a value is. */
  public enum Kind {
    /** Nothing: {@code None}, or what has not been worked out yet. */
    UNDEFINED,
    /** A PyTorch tensor. */
    TENSOR,
    /** A NumPy array. */
    ARRAY,
    /** A list, tuple or the like of tensors. */
    TENSORS,
    /** Known to be none of these. */
    OTHER,
    /** Any of these. */
    UNKNOWN,
  }

  /** Nothing, which takes part in no {@link #join}. */
  public static final TensorValue UNDEFINED = new TensorValue(Kind.UNDEFINED, Residence.UNDEFINED, false, false);
  /** Nothing is known. */
  public static final TensorValue UNKNOWN = maybe(Residence.UNKNOWN);
  /** Something else than a tensor, an array or a collection of tensors. */
  public static final TensorValue OTHER = new TensorValue(Kind.OTHER, Residence.UNDEFINED, false, false);
  /** A NumPy array. */
  public static final TensorValue ARRAY = new TensorValue(Kind.ARRAY, Residence.HOST, false, false);

  /** A tensor. */
  static TensorValue tensor(Residence residence) {
    return new TensorValue(Kind.TENSOR, residence, false, false);
  }

  /** A collection of tensors. */
  static TensorValue tensors(Residence residence) {
    return new TensorValue(Kind.TENSORS, residence, false, false);
  }

  /** What may be a tensor, and where it would be then. */
  static TensorValue maybe(Residence residence) {
    return new TensorValue(Kind.UNKNOWN, residence, false, false);
  }

  /** Whether it is known to be a tensor. */
  public boolean isTensor() {
    return kind == Kind.TENSOR;
  }

  /** Whether it is known to be a tensor in the memory of a device. */
  public boolean isDeviceTensor() {
    return isTensor() && residence.isDevice();
  }

  /** Whether it is known to be a tensor or an array in the memory of the host. */
  public boolean isHostData() {
    return kind == Kind.ARRAY || (isTensor() && residence == Residence.HOST);
  }

  /** The same in other memory. */
  TensorValue in(Residence other) {
    return new TensorValue(kind, other, isMask, isPinned && other == Residence.HOST);
  }

  /** The same, or not, with truth values for elements. */
  TensorValue asMask(boolean mask) {
    return new TensorValue(kind, residence, mask, isPinned);
  }

  /** The same in page-locked memory. */
  TensorValue pinned() {
    return new TensorValue(kind, Residence.HOST, isMask, true);
  }

  /** What an iteration over it or an index into it gives. */
  TensorValue element() {
    return switch (kind) {
      case TENSOR, UNDEFINED -> this;
      // Mostly a number.
      case ARRAY -> maybe(Residence.HOST);
      case TENSORS -> tensor(residence);
      case OTHER -> UNKNOWN;
      case UNKNOWN -> residence == Residence.HOST ? this : UNKNOWN;
    };
  }

  /** What is known of a value that is this or the other, depending on what ran. */
  TensorValue join(TensorValue other) {
    if (kind == Kind.UNDEFINED) {
      return other;
    }
    if (other.kind == Kind.UNDEFINED) {
      return this;
    }
    Residence joined = residence.join(other.residence);
    Kind either = kind;
    if (kind != other.kind) {
      boolean mixed = kind != Kind.UNKNOWN && other.kind != Kind.UNKNOWN;
      if (mixed) {
        // A tensor on one way and a list on the other: whatever is asked of it would be wrong on one of them.
        return UNKNOWN;
      }
      either = kind == Kind.UNKNOWN ? other.kind : kind;
      // An array on one way, as where the device is the host, says nothing of the other way.
      either = either == Kind.OTHER || either == Kind.ARRAY ? Kind.UNKNOWN : either;
    }
    return new TensorValue(either, joined, isMask && other.isMask, isPinned && other.isPinned);
  }

  /** What an operation on both gives: a tensor if either is one, where both have to be. */
  TensorValue combine(TensorValue other) {
    if (!isData() || !other.isData()) {
      TensorValue data = isData() ? this : other.isData() ? other : null;
      boolean open = kind == Kind.UNDEFINED || other.kind == Kind.UNDEFINED;
      return data != null ? data.asMask(false) : open ? UNDEFINED : OTHER;
    }
    Residence both = residence.meet(other.residence);
    boolean mask = isMask && other.isMask;
    if (isTensor() || other.isTensor()) {
      return new TensorValue(Kind.TENSOR, both, mask, false);
    }
    boolean arrays = kind == Kind.ARRAY || other.kind == Kind.ARRAY;
    return arrays ? ARRAY.asMask(mask) : new TensorValue(Kind.UNKNOWN, both, mask, false);
  }

  private boolean isData() {
    return kind != Kind.OTHER && kind != Kind.UNDEFINED;
  }
}
