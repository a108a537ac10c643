package dev.perfreview.semantics.workspace;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes numbers and texts in few bytes: small numbers in one, each text once. {@link CompactReader} reads them in the same order. */
public final class CompactWriter {

  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> texts = new ArrayList<>();

  /** Nothing is written so far. */
  public CompactWriter() {}

  /** Writes a number; small ones that are not negative take least. */
  public void number(long number) {
    writeNumber(number, body);
  }

  /** Writes a text. */
  public void text(String text) {
    Integer known = numbers.get(text);
    if (known == null) {
      known = texts.size();
      numbers.put(text, known);
      texts.add(text);
    }
    number(known);
  }

  /** Writes bytes as they are. */
  public void bytes(byte[] bytes) {
    body.writeBytes(bytes);
  }

  /** All that was written. */
  public byte[] toBytes() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    writeNumber(texts.size(), all);
    for (String text : texts) {
      byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
      writeNumber(encoded.length, all);
      all.writeBytes(encoded);
    }
    all.writeBytes(body.toByteArray());
    return all.toByteArray();
  }

  /** Seven bits a byte, the lowest first; the eighth says that more follow (LEB128). */
  private static void writeNumber(long number, ByteArrayOutputStream out) {
    long rest = number;
    while ((rest & ~0x7FL) != 0) {
      out.write((int) ((rest & 0x7F) | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }
}
