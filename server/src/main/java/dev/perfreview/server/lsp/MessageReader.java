package dev.perfreview.server.lsp;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.lsp4j.jsonrpc.MessageIssueHandler;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.json.StreamMessageProducer;

/**
 * Reads messages, and finds the next one behind what is none. LSP4J's reader goes on where it stopped to understand a message, takes the rest of
 * it for the header of the next, and is deaf from then on.
 */
final class MessageReader extends StreamMessageProducer {

  private static final String LENGTH = CONTENT_LENGTH_HEADER + ":";

  MessageReader(InputStream input, MessageJsonHandler json, MessageIssueHandler issues) {
    super(input, json, issues);
  }

  /** Behind broken bytes, a header line may begin in the middle of what was read as a line. */
  @Override
  protected void parseHeader(String line, Headers headers) {
    int start = line.lastIndexOf(LENGTH);
    super.parseHeader(start > 0 ? line.substring(start) : line, headers);
  }

  @Override
  protected boolean handleMessage(InputStream input, Headers headers) {
    Body body = new Body(input, headers.contentLength);
    try {
      return super.handleMessage(body, headers);
    } catch (StackOverflowError | OutOfMemoryError failure) {
      // One message that asks too much of the reader must not take the server down with it.
      fireError(failure);
      return true;
    } finally {
      body.skipRest();
    }
  }

  /** The bytes of one message. */
  private static final class Body extends FilterInputStream {

    private long left;

    Body(InputStream input, int length) {
      super(input);
      left = length;
    }

    @Override
    public int read() throws IOException {
      if (left <= 0) {
        return -1;
      }
      left--;
      return super.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (left <= 0) {
        return -1;
      }
      int count = super.read(bytes, offset, (int) Math.min(length, left));
      left -= Math.max(0, count);
      return count;
    }

    /** The stream itself goes on. */
    @Override
    public void close() {}

    void skipRest() {
      byte[] rest = new byte[8192];
      try {
        while (left > 0 && read(rest, 0, rest.length) >= 0) {
          // What nobody wanted.
        }
      } catch (IOException closed) {
        // Who reads the next header will see it, too.
      }
    }
  }
}
