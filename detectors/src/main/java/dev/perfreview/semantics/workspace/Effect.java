package dev.perfreview.semantics.workspace;

/** What running a function does to whoever calls it. */
public enum Effect {
  /** Keeps its thread waiting: for time, the network, another thread or process. */
  BLOCKS,
  /** Keeps its thread waiting, but mostly not for long: opens a file, starts a process. */
  BLOCKS_BRIEFLY,
  /** Computes for long on the thread that calls it. */
  CPU_HEAVY,
  /** Waits until the GPU has done all that was queued. */
  SYNCS_GPU,
  /** Takes a lock that other threads may hold. */
  TAKES_LOCK,
}
