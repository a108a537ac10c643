package dev.perfreview.analysis;

/** Asked now and then by long work whether its answer is still wanted. */
@FunctionalInterface
public interface Cancellation {
  /** Work that nobody cancels. */
  Cancellation NEVER = () -> false;

  /** Whether the answer is no longer wanted; the work then ends with a {@link java.util.concurrent.CancellationException}. */
  boolean isCancelled();
}
