package dev.perfreview.server.cli;

/** The program was not called rightly; the message says what is wrong and, where it can be guessed, what was meant. */
final class WrongUseException extends RuntimeException {

  private static final long serialVersionUID = 1;

  WrongUseException(String message) {
    super(message);
  }
}
