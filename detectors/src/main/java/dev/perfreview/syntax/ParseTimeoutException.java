package dev.perfreview.syntax;

/** A text has errors from which the parser does not recover in reasonable time. The message says so, to follow "cannot be reviewed: ". */
public final class ParseTimeoutException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param seconds for how long it was tried
   */
  ParseTimeoutException(long seconds) {
    super("it has syntax errors that take more than " + seconds + " seconds to parse");
  }
}
