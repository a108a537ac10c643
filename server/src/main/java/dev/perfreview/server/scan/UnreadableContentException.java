package dev.perfreview.server.scan;

/** A file that can be read and holds nothing that could be reviewed: it is binary, not UTF-8 or too large for code that a person wrote. */
public final class UnreadableContentException extends UnreadableSourceException {

  private static final long serialVersionUID = 1;

  UnreadableContentException(String message) {
    super(message);
  }
}
