package dev.perfreview.server.lsp.client;

import dev.perfreview.server.lsp.concurrency.Outbox;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.slf4j.LoggerFactory;

/** Brings what LSP4J logs of messages that are none to where the server's own log goes, so that the client's author sees it. */
public final class ProtocolLog extends Handler {

  private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(ProtocolLog.class);
  /** Kept, for the JDK forgets loggers that nobody holds. */
  private static final Logger LSP4J = Logger.getLogger("org.eclipse.lsp4j");

  /** What is read as a header may be a whole file. */
  private static final int LONGEST = 500;

  private final SimpleFormatter formatter = new SimpleFormatter();

  private ProtocolLog() {}

  /** Takes LSP4J's log over, once for the process. */
  public static synchronized void install() {
    if (LSP4J.getUseParentHandlers()) {
      LSP4J.setUseParentHandlers(false);
      LSP4J.addHandler(new ProtocolLog());
    }
  }

  @Override
  public void publish(LogRecord entry) {
    if (Outbox.isSending()) {
      // What could not be sent to the client must not be told to the client.
      return;
    }
    String message = shortened(formatter.formatMessage(entry));
    // A request that is cancelled when its answer is on the way already is nothing to talk of.
    if (entry.getLevel().intValue() < Level.WARNING.intValue() || message.startsWith("Unmatched cancel")) {
      LOG.debug("{}", message);
    } else {
      // The stack within LSP4J says nothing that the message does not.
      Throwable thrown = entry.getThrown();
      LOG.warn(
        "a message was not understood: {}",
        message.isEmpty() && thrown != null ? shortened(thrown.toString()) : message
      );
      if (thrown != null && !message.isEmpty()) {
        LOG.debug("it was not understood for this reason: {}", shortened(thrown.toString()));
      }
    }
  }

  private static String shortened(String said) {
    String line = said.strip();
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
