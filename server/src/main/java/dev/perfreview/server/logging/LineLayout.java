package dev.perfreview.server.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.LayoutBase;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** {@code 21:16:31.477 WARN  the message}, and below it the stack of what was thrown. Written out, for Logback's patterns are compiled at each start. */
final class LineLayout extends LayoutBase<ILoggingEvent> {

  /** Made when there is something to log. */
  private static final class Time {

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(
      ZoneId.systemDefault()
    );

    private Time() {}
  }

  @Override
  public String doLayout(ILoggingEvent event) {
    StringBuilder line = new StringBuilder(Time.FORMAT.format(event.getInstant()));
    String level = event.getLevel().toString();
    line
      .append(' ')
      .append(level)
      .append(" ".repeat(Math.max(1, 6 - level.length())));
    line.append(event.getFormattedMessage()).append(System.lineSeparator());
    if (event.getThrowableProxy() != null) {
      line.append(ThrowableProxyUtil.asString(event.getThrowableProxy()));
    }
    return line.toString();
  }
}
