package dev.perfreview.semantics.workspace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Reads what a {@link CompactWriter} wrote. Every method throws {@link IOException} where the bytes cannot be such; none takes more memory than
 * the bytes are worth, whatever they say.
 */
public final class CompactReader {

  private final byte[] bytes;
  private final int end;
  private final String[] texts;
  private int next;

  /**
   * Reads the texts; the rest is read as it is asked for.
   *
   * @param bytes not changed while they are read
   * @param start where to start
   * @param end where to stop
   */
  public CompactReader(byte[] bytes, int start, int end) throws IOException {
    this.bytes = bytes;
    this.next = start;
    this.end = end;
    this.texts = new String[count()];
    for (int index = 0; index < texts.length; index++) {
      int length = count();
      texts[index] = new String(bytes, next, length, StandardCharsets.UTF_8);
      next += length;
    }
  }

  /** The next number. */
  public long number() throws IOException {
    long number = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      if (next >= end) {
        throw new IOException("the end is missing");
      }
      byte part = bytes[next++];
      number |= (long) (part & 0x7F) << shift;
      if (part >= 0) {
        return number;
      }
    }
    throw new IOException("a number is too long");
  }

  /** The next number, which must be at least 0 and less than a limit. */
  public int number(int limit) throws IOException {
    long number = number();
    if (number < 0 || number >= limit) {
      throw new IOException("a number is out of its range");
    }
    return (int) number;
  }

  /** The next number, of things that take at least a byte each and follow. */
  public int count() throws IOException {
    int count = number(Integer.MAX_VALUE);
    if (count > end - next) {
      throw new IOException("the end is missing");
    }
    return count;
  }

  /** The next text; equal ones are the same object. */
  public String text() throws IOException {
    return texts[number(texts.length)];
  }

  /** The next bytes. */
  public byte[] bytes(int length) throws IOException {
    if (length > end - next) {
      throw new IOException("the end is missing");
    }
    byte[] read = new byte[length];
    System.arraycopy(bytes, next, read, 0, length);
    next += length;
    return read;
  }

  /** Whether all has been read. */
  public boolean isAtEnd() {
    return next == end;
  }
}
