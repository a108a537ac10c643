package dev.perfreview.server.git;

/** Something about a repository or a patch that keeps the change from being read; the message tells the user, starting lower case. */
public final class GitException extends Exception {

  private static final long serialVersionUID = 1;

  /** With the sentence for the user. */
  public GitException(String message) {
    super(message);
  }

  /** With the sentence for the user, and what it comes from. */
  public GitException(String message, Throwable cause) {
    super(message, cause);
  }
}
