package dev.perfreview.heat;

/** How much a finding matters, in a reviewer's words, least first. */
public enum Impact {
  /** Not worth a change by itself; a hint in the editor. */
  NEGLIGIBLE,
  /** Worth knowing; information in the editor. */
  MINOR,
  /** Worth a reviewer's time; a warning. */
  MODERATE,
  /** Slows the serving system measurably; an error. */
  SIGNIFICANT;

  /** The word in reports, configuration and fixtures. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
