package dev.perfreview.server.logging;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * Logback for SLF4J without a search for services: searching opens every jar of the installation, which took 20 ms of the start. The launcher names
 * this class in {@code slf4j.provider}; without the launcher Logback's own provider is found and comes to the same.
 */
public final class LoggingProvider implements SLF4JServiceProvider {

  /** The version of SLF4J's interface for providers. */
  private static final String API_VERSION = "2.0.99";

  private final LoggerContext context = new LoggerContext();
  private final IMarkerFactory markers = new BasicMarkerFactory();
  private final LogbackMDCAdapter threadContext = new LogbackMDCAdapter();

  /** For SLF4J. */
  public LoggingProvider() {}

  @Override
  public void initialize() {
    context.setName("default");
    context.setMDCAdapter(threadContext);
    StandardErrorLogging configurator = new StandardErrorLogging();
    configurator.setContext(context);
    configurator.configure(context);
    context.start();
  }

  @Override
  public ILoggerFactory getLoggerFactory() {
    return context;
  }

  @Override
  public IMarkerFactory getMarkerFactory() {
    return markers;
  }

  @Override
  public MDCAdapter getMDCAdapter() {
    return threadContext;
  }

  @Override
  public String getRequestedApiVersion() {
    return API_VERSION;
  }
}
