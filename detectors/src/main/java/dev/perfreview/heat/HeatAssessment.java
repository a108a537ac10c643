package dev.perfreview.heat;

import dev.perfreview.semantics.Recurrence;
import org.jspecify.annotations.Nullable;

/**
 * How often a line runs and how that is known.
 *
 * @param heat how often
 * @param reason what a message says of it after the concern: "runs on every scheduler step (hot path `sglang-scheduler`)", "cold:
 *     in an except branch"; nothing when the line is unlisted
 * @param hotPath the id of the hot path that the line lies on
 */
public record HeatAssessment(Heat heat, @Nullable String reason, @Nullable String hotPath) {
  /** Nothing is known of the line. */
  public static final HeatAssessment UNLISTED = new HeatAssessment(Heat.UNLISTED, null, null);

  /**
   * The heat of a line in a function that is known to be hot.
   *
   * @param function how often the function runs
   * @param recurrence how often each of its calls runs the line
   * @param reason how the heat of the function is known
   * @param hotPath the id of the hot path that the function lies on; nothing where a comment declares its heat
   */
  public static HeatAssessment of(Heat function, Recurrence recurrence, String reason, @Nullable String hotPath) {
    Heat heat = switch (recurrence) {
      case SOMETIMES -> function.lowered();
      case ONCE -> function;
      case REPEATEDLY -> function.raised();
    };
    String change = heat == function ? "" : recurrence == Recurrence.REPEATEDLY ? "in a loop; " : "on a branch; ";
    return new HeatAssessment(heat, change + reason, hotPath);
  }
}
