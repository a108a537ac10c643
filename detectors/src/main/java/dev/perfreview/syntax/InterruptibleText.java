package dev.perfreview.syntax;

import java.util.function.BooleanSupplier;

/** A text that a regular expression cannot look at for ever: some expressions take longer than anybody waits. */
final class InterruptibleText implements CharSequence {

  /** How many characters are looked at between two questions. */
  private static final int READS_PER_QUESTION = 4096;

  private final String text;
  private final BooleanSupplier stop;
  private int reads;

  InterruptibleText(String text, BooleanSupplier stop) {
    this.text = text;
    this.stop = stop;
  }

  /** Thrown out of the matcher. */
  static final class StoppedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    StoppedException() {
      super("the answer is not waited for", null, false, false);
    }
  }

  @Override
  public char charAt(int index) {
    reads++;
    if (reads % READS_PER_QUESTION == 0 && stop.getAsBoolean()) {
      throw new StoppedException();
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.substring(start, end);
  }

  @Override
  public String toString() {
    return text;
  }
}
