package dev.perfreview.semantics.workspace;

/** What running a function does to whoever calls it. */
public enum Effect {
  /** Keeps its thread waiting: for time, the network, the disk, another thread or process. */
  BLOCKS,
  /** Computes for long on the thread that calls it. */
  CPU_HEAVY,
  /** Waits until the GPU has done all that was queued. */
  SYNCS_GPU,
  /** Takes a lock that other threads may hold. */
  TAKES_LOCK,
}
