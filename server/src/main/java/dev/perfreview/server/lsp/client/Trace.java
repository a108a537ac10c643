package dev.perfreview.server.lsp.client;

import ch.qos.logback.classic.Level;
import java.util.Locale;

/** How much of the server's log the client wants to see: its setting {@code perfReview.trace}. */
public enum Trace {
  /** What went wrong. */
  OFF(Level.WARN),
  /** Also what the server does. */
  MESSAGES(Level.INFO),
  /** Also how. */
  VERBOSE(Level.DEBUG);

  // Logback's levels are immutable, which Error Prone cannot see.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Level level;

  Trace(Level level) {
    this.level = level;
  }

  Level level() {
    return level;
  }

  /** The word in the settings. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
