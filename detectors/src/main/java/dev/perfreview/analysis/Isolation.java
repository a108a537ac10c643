package dev.perfreview.analysis;

import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs code that may have an error without letting the error spread. Each culprit is logged once in the life of the process. */
final class Isolation {

  private static final Logger LOG = LoggerFactory.getLogger(Isolation.class);
  private static final Set<String> LOGGED = ConcurrentHashMap.newKeySet();

  private Isolation() {}

  /**
   * Runs {@code work}; answers what it threw, nothing when all went well.
   *
   * @param culprit the rule or part of the engine to blame in the log
   * @throws CancellationException when {@code work} does, for that is no error
   */
  static @Nullable Throwable run(String culprit, Runnable work) {
    try {
      work.run();
      return null;
    } catch (RuntimeException | StackOverflowError failure) {
      return contain(culprit, failure);
    }
  }

  /**
   * What {@link #run} does with what was thrown.
   *
   * @throws CancellationException when it is one
   */
  static Throwable contain(String culprit, Throwable failure) {
    if (failure instanceof CancellationException cancelled) {
      throw cancelled;
    }
    if (LOGGED.add(culprit)) {
      LOG.error("{} failed and is left out of this file; further failures of it are not logged", culprit, failure);
    }
    return failure;
  }
}
