package dev.perfreview.rule;

import java.util.EnumSet;
import java.util.Set;

/** What a reviewer of a serving system asks of a change; the findings of a rule are evidence for the answer to one or several. */
public enum Concern {
  /** Is something allocated for each request, token or event? */
  ALLOCATION,
  /** Is a lock taken, or held while others wait? */
  LOCK,
  /** Is data copied, or built only to be read once? */
  COPY,
  /** Does Python code that computes run on a thread, where it holds the global interpreter lock? */
  THREAD,
  /** Is an event loop, the scheduler or the GPU queue kept waiting? */
  BLOCKING,
  /** Does memory grow by request, on the host or the GPU? */
  MEMORY,
  /** Does a request take more GPU memory, so that fewer fit in a batch? */
  BATCH_SIZE,
  /** Is something serialised? */
  SERIALIZATION;

  /** What a pitfall of a cost is mostly about; none where that depends on the rule. */
  static Set<Concern> of(Cost cost) {
    return switch (cost) {
      case STALL -> EnumSet.of(BLOCKING);
      case CONTENTION -> EnumSet.of(LOCK);
      case GROWTH -> EnumSet.of(MEMORY);
      case ALLOCATION -> EnumSet.of(ALLOCATION);
      case SUPERLINEAR, OVERHEAD -> EnumSet.noneOf(Concern.class);
    };
  }
}
