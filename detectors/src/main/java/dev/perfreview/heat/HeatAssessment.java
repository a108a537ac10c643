package dev.perfreview.heat;

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
}
