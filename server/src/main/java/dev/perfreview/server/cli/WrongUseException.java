package dev.perfreview.server.cli;

import dev.perfreview.server.disk.FailureReason;
import java.io.IOException;
import java.nio.file.Path;

/** The program was not called rightly; the message says what is wrong and, where it can be guessed, what was meant. */
final class WrongUseException extends RuntimeException {

  private static final long serialVersionUID = 1;

  WrongUseException(String message) {
    super(message);
  }

  /** A file that the user named cannot be written. */
  static WrongUseException unwritable(Path file, IOException failure) {
    return new WrongUseException("cannot write " + file + ": " + FailureReason.ofWriting(failure));
  }

  /**
   * A file that the user named cannot be read.
   *
   * @param what the file, in words
   */
  static WrongUseException unreadable(String what, IOException failure) {
    return new WrongUseException("cannot read " + what + ": " + FailureReason.of(failure));
  }
}
