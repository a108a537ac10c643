package dev.perfreview.syntax;

import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * How much processor time the parse of one text may take. tree-sitter recovers from some errors in time that grows with the square of what follows: a {@code (} that nothing closes in the
 * middle of a hundred thousand lines keeps it busy for minutes, where the text without it takes a second.
 */
final class ParseLimit {

  /** What the shortest text may take: three hundred times what an ordinary file of 5,000 lines needs. */
  private static final long LEAST_NANOSECONDS = TimeUnit.SECONDS.toNanos(5);

  /** What each UTF-16 unit adds: four times what code without errors needs. */
  private static final long NANOSECONDS_PER_UNIT = 2_000;

  private final long allowed;
  private final BooleanSupplier outdated;
  private boolean cancelled;
  private boolean exceeded;

  /**
   * A limit for one parse.
   *
   * @param length of the text, in UTF-16 units
   * @param outdated whether nobody wants the answer any more
   */
  ParseLimit(int length, BooleanSupplier outdated) {
    this.allowed = LEAST_NANOSECONDS + length * NANOSECONDS_PER_UNIT;
    this.outdated = outdated;
  }

  /**
   * Whether to stop. Called by natives/src/java_methods.h for about each kilobyte of a text.
   *
   * @param spent processor time that the parse has taken, in nanoseconds
   */
  boolean isReached(long spent) {
    cancelled = outdated.getAsBoolean();
    exceeded = spent > allowed;
    return cancelled || exceeded;
  }

  /**
   * Says why parsing was stopped, if it was.
   *
   * @throws CancellationException when nobody wanted the answer
   * @throws ParseTimeoutException when it took too long
   */
  void throwIfReached() {
    if (cancelled) {
      throw new CancellationException("the text is outdated");
    }
    if (exceeded) {
      throw new ParseTimeoutException(TimeUnit.NANOSECONDS.toSeconds(allowed));
    }
  }
}
