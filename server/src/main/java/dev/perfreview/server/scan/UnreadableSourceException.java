package dev.perfreview.server.scan;

/** A source file that cannot be reviewed; the message says why, for a person, without the file's name. */
public class UnreadableSourceException extends Exception {

  private static final long serialVersionUID = 1;

  /** With why, for a person. */
  public UnreadableSourceException(String message) {
    super(message);
  }
}
