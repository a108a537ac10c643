package dev.perfreview.server.scan;

import dev.perfreview.server.disk.FailureReason;
import dev.perfreview.syntax.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A file as it was read.
 *
 * @param path where it is
 * @param text what it says, a byte order mark at its start left out
 * @param hasByteOrderMark whether there was one
 */
public record SourceFile(Path path, SourceText text, boolean hasByteOrderMark) {
  /** The largest file that is reviewed, in bytes. Code that a person wrote is a hundredth of it. */
  static final int LARGEST = 8 << 20;

  private static final byte[] BYTE_ORDER_MARK = { (byte) 0xEF, (byte) 0xBB, (byte) 0xBF };

  /**
   * Reads a file.
   *
   * @throws UnreadableSourceException when it is not there, not readable, too large, binary or not UTF-8
   */
  public static SourceFile read(Path path) throws UnreadableSourceException {
    return of(path, bytesOf(path));
  }

  /**
   * Reads the content of a file.
   *
   * @param path where it is, or was
   * @param bytes what it holds
   * @throws UnreadableSourceException when it is binary or not UTF-8
   */
  public static SourceFile of(Path path, byte[] bytes) throws UnreadableSourceException {
    boolean marked =
      bytes.length >= 3 &&
      bytes[0] == BYTE_ORDER_MARK[0] &&
      bytes[1] == BYTE_ORDER_MARK[1] &&
      bytes[2] == BYTE_ORDER_MARK[2];
    int start = marked ? BYTE_ORDER_MARK.length : 0;
    String text = new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8);
    if (text.indexOf('\0') >= 0) {
      throw new UnreadableContentException("is a binary file");
    }
    // The decoder above is the JDK's fastest and puts this where something is wrong; only then is it worth asking the strict one.
    if (text.indexOf('\uFFFD') >= 0 && !isUtf8(bytes)) {
      throw new UnreadableContentException("is not UTF-8");
    }
    return new SourceFile(path, new SourceText(text), marked);
  }

  /**
   * Makes sure that a file is not too large to be reviewed.
   *
   * @param size in bytes
   */
  public static void requireReasonable(long size) throws UnreadableSourceException {
    if (size > LARGEST) {
      throw new UnreadableContentException("is larger than " + (LARGEST >> 20) + " MiB");
    }
  }

  private static byte[] bytesOf(Path path) throws UnreadableSourceException {
    try (InputStream content = Files.newInputStream(path)) {
      byte[] bytes = content.readNBytes(LARGEST + 1);
      requireReasonable(bytes.length);
      return bytes;
    } catch (NoSuchFileException missing) {
      throw new UnreadableSourceException("does not exist");
    } catch (IOException failure) {
      throw new UnreadableSourceException("cannot be read: " + FailureReason.of(failure));
    }
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException malformed) {
      return false;
    }
  }

  /** The same file with another text, which is not written. */
  public SourceFile with(SourceText changed) {
    return new SourceFile(path, changed, hasByteOrderMark);
  }

  /** All that the file holds, its byte order mark too. */
  public String content() {
    return hasByteOrderMark ? '\uFEFF' + text.string() : text.string();
  }

  /**
   * Writes another text in this one's place, all of it or nothing; the file keeps its mode, and a symbolic link goes on pointing to it.
   *
   * @throws ChangedMeanwhileException when the file does not hold this text any more
   * @throws IOException when it cannot be written
   */
  public SourceFile write(SourceText changed) throws IOException, ChangedMeanwhileException {
    SourceFile written = with(changed);
    byte[] before = content().getBytes(StandardCharsets.UTF_8);
    byte[] after = written.content().getBytes(StandardCharsets.UTF_8);
    try {
      if (!FileReplacement.replace(path, before, after)) {
        throw new ChangedMeanwhileException();
      }
    } catch (NoSuchFileException gone) {
      throw new ChangedMeanwhileException();
    }
    return written;
  }
}
