package dev.perfreview.rust.copies;

import java.util.List;

/** The reasons why a copy need not be made, the surest first. */
public final class CopyPitfalls {

  /** An accessor that copies. */
  public static final CopyPitfall ACCESSOR = AccessorCopy::of;

  /** All reasons; the first that holds is enough. */
  public static final List<CopyPitfall> ALL = List.of(
    EmptiedAfterCopy::of,
    TemporaryCopy::of,
    CopyBeforeFilter::of,
    EagerCopy::of,
    ReadOnlyCopy::of,
    CopyBeforeCheck::of,
    CopyForReader::of,
    ACCESSOR,
    CopyPerTurn::of,
    LockedCopy::of
  );

  private CopyPitfalls() {}
}
