package dev.perfreview.rule;

/** What a pitfall costs each time its line runs. With the heat of the line it makes the impact. */
public enum Cost {
  /** Blocks an event loop, the scheduler or the GPU queue. */
  STALL,
  /** Work grows with n where constant work would do. */
  SUPERLINEAR,
  /** Others wait for a lock or for Python's global interpreter lock. */
  CONTENTION,
  /** Memory grows without bound, on the host or the GPU. */
  GROWTH,
  /** Copies or allocates what need not be. */
  ALLOCATION,
  /** Fixed work repeated on each call. */
  OVERHEAD,
}
