package dev.perfreview.server.review;

import dev.perfreview.rule.Concern;
import org.jspecify.annotations.Nullable;

/** What a reviewer asks of a change to a serving system, in the order of the report. */
public enum Question {
  /** Does it touch code that runs often? */
  HOT_PATH("Is it on a hot path?", null, ""),
  /** See {@link Concern#ALLOCATION}. */
  ALLOCATIONS(
    "Does it allocate for each request, token or event?",
    Concern.ALLOCATION,
    "no needless allocation was found"
  ),
  /** See {@link Concern#LOCK}. */
  LOCKS(
    "Does it take locks, or hold them across an await?",
    Concern.LOCK,
    "no lock was found that others would wait for"
  ),
  /** See {@link Concern#COPY}. */
  COPIES("Does it copy data, or build what is read only once?", Concern.COPY, "no needless copy was found"),
  /** See {@link Concern#THREAD}. */
  THREADS("Does it compute in Python on a thread?", Concern.THREAD, "no thread was found that would hold the GIL"),
  /** See {@link Concern#BLOCKING}. */
  BLOCKING(
    "Does it block in async code, in the scheduler or on the GPU?",
    Concern.BLOCKING,
    "no blocking call was found"
  ),
  /** See {@link Concern#MEMORY}. */
  MEMORY(
    "Does it keep more memory for each request, on the host or the GPU?",
    Concern.MEMORY,
    "nothing was found that grows"
  ),
  /** See {@link Concern#BATCH_SIZE}. */
  BATCH_SIZE(
    "Could it make batches smaller?",
    Concern.BATCH_SIZE,
    "no memory was found that a request would take from the batch"
  ),
  /** See {@link Concern#SERIALIZATION}. */
  SERIALIZATION(
    "Does it serialise on a hot path?",
    Concern.SERIALIZATION,
    "no serialisation was found that could be saved"
  ),
  /** Was it measured under realistic load? */
  BENCHMARK("Was it benchmarked?", null, "");

  private final String text;
  private final @Nullable Concern concern;
  private final String nothingFound;

  Question(String text, @Nullable Concern concern, String nothingFound) {
    this.text = text;
    this.concern = concern;
    this.nothingFound = nothingFound;
  }

  /** The question as the report puts it. */
  public String text() {
    return text;
  }

  /** Which findings are evidence; nothing where none are. */
  @Nullable
  Concern concern() {
    return concern;
  }

  /** What is said where none is found. */
  String nothingFound() {
    return nothingFound;
  }
}
