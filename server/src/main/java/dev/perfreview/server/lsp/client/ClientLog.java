package dev.perfreview.server.lsp.client;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.core.AppenderBase;
import dev.perfreview.server.lsp.concurrency.Outbox;
import java.util.Arrays;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.services.LanguageClient;
import org.slf4j.LoggerFactory;

/** Shows what the server logs in the client's output panel ({@code window/logMessage}), beside the standard error. */
public final class ClientLog implements AutoCloseable {

  /** How many frames of a stack trace are worth a user's report of it. */
  private static final int FRAMES = 12;

  private final Logger logger;
  private final Appender appender;

  /** Starts to forward. */
  public ClientLog(LanguageClient client, Outbox outbox) {
    logger = (Logger) LoggerFactory.getLogger("dev.perfreview");
    appender = new Appender(client, outbox);
    appender.setContext(logger.getLoggerContext());
    appender.start();
    logger.addAppender(appender);
    show(Trace.OFF);
  }

  /** Sets how much is forwarded. */
  public void show(Trace trace) {
    logger.setLevel(trace.level());
  }

  @Override
  public void close() {
    logger.setLevel(null);
    logger.detachAppender(appender);
    appender.stop();
  }

  private static final class Appender extends AppenderBase<ILoggingEvent> {

    private final LanguageClient client;
    private final Outbox outbox;

    Appender(LanguageClient client, Outbox outbox) {
      this.client = client;
      this.outbox = outbox;
    }

    @Override
    protected void append(ILoggingEvent event) {
      MessageParams message = new MessageParams(typeOf(event.getLevel()), textOf(event));
      outbox.send(() -> client.logMessage(message));
    }

    private static MessageType typeOf(Level level) {
      return switch (level.toInt()) {
        case Level.ERROR_INT -> MessageType.Error;
        case Level.WARN_INT -> MessageType.Warning;
        case Level.INFO_INT -> MessageType.Info;
        default -> MessageType.Log;
      };
    }

    private static String textOf(ILoggingEvent event) {
      IThrowableProxy thrown = event.getThrowableProxy();
      if (thrown == null) {
        return event.getFormattedMessage();
      }
      StringBuilder text = new StringBuilder(event.getFormattedMessage());
      text.append(": ").append(thrown.getClassName()).append(": ").append(thrown.getMessage());
      Arrays.stream(thrown.getStackTraceElementProxyArray())
        .limit(FRAMES)
        .map(StackTraceElementProxy::getSTEAsString)
        .forEach(frame -> text.append("\n  ").append(frame));
      return text.toString();
    }
  }
}
