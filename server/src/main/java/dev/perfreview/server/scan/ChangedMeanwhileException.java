package dev.perfreview.server.scan;

/** A file that is not what it was when it was read, and was therefore left as it is; the message says so, for a person, without the file's name. */
public final class ChangedMeanwhileException extends Exception {

  private static final long serialVersionUID = 1;

  ChangedMeanwhileException() {
    super("was changed by something else while its fixes were worked out, and is left as it is");
  }
}
