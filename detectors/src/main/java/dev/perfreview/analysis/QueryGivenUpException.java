package dev.perfreview.analysis;

/** Why what a user's rule finds in a file is not known; no fault of the engine, so it carries no stack. */
public final class QueryGivenUpException extends RuntimeException {

  private static final long serialVersionUID = 1;

  QueryGivenUpException(String message) {
    super(message, null, false, false);
  }
}
