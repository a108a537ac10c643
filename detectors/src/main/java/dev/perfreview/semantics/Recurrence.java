package dev.perfreview.semantics;

/** How often a line runs each time its function does, least often first. */
public enum Recurrence {
  /** On some calls: behind an {@code if} or the like. */
  SOMETIMES,
  /** Once a call, or on a branch within a loop, where nothing says which of the two weighs more. */
  ONCE,
  /** On each turn of a loop over data. */
  REPEATEDLY;

  /**
   * From what stands around a line.
   *
   * @param eachTurn whether each turn of a loop over data runs it
   * @param onBranch whether it stands on a branch that no loop over data surrounds
   */
  public static Recurrence of(boolean eachTurn, boolean onBranch) {
    if (eachTurn == onBranch) {
      return ONCE;
    }
    return eachTurn ? REPEATEDLY : SOMETIMES;
  }
}
