package dev.perfreview.server.cli;

/** The statuses that the program exits with. */
public final class ExitStatus {

  /** Nothing at or above {@code --fail-on} was found. */
  public static final int CLEAN = 0;
  /** Something was. */
  public static final int FINDINGS = 1;
  /** The program was not called rightly, or could not read all that it was to review. */
  public static final int TROUBLE = 2;

  private ExitStatus() {}
}
