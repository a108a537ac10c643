package dev.perfreview.harness.invariants;

/**
 * A promise of the engine that it does not keep on a file.
 *
 * @param file the file
 * @param line the zero-based line
 * @param invariant which promise
 * @param detail what happened
 */
public record Violation(String file, int line, String invariant, String detail) {
  @Override
  public String toString() {
    return file + ":" + (line + 1) + ": " + invariant + ": " + detail;
  }
}
