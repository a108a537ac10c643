package dev.perfreview.rule;

/** How far a fix can be trusted. */
public enum Applicability {
  /** The meaning of the program is kept; {@code source.fixAll.perfReview} and {@code --fix} apply it unasked. */
  SAFE,
  /** Needs a reader's eye; offered one by one with a title that says what may change. */
  UNSAFE,
}
