package dev.perfreview.heat;

/** How often a line runs in a serving process, coldest first. */
public enum Heat {
  /** Once or rarely: start-up, shutdown, tests, error branches. */
  COLD,
  /** Nothing is known of it. */
  UNLISTED,
  /** Once a request. */
  REQUEST,
  /** Once an event or a scheduler step. */
  STEP,
  /** Once a token. */
  TOKEN;

  /** The next colder one for a line on a branch: what is on a hot path at all stays warmer than code of which nothing is known. */
  public Heat lowered() {
    return switch (this) {
      case COLD, UNLISTED, REQUEST -> this;
      case STEP -> REQUEST;
      case TOKEN -> STEP;
    };
  }

  /** The next hotter one for a line in a loop; cold and unlisted lines are not raised, for nothing is known of them. */
  public Heat raised() {
    return switch (this) {
      case COLD, UNLISTED, TOKEN -> this;
      case REQUEST -> STEP;
      case STEP -> TOKEN;
    };
  }
}
