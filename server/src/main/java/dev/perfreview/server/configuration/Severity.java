package dev.perfreview.server.configuration;

import java.util.Locale;

/** How loud an editor shows a finding, loudest first; the names are LSP's. */
public enum Severity {
  /** Of a significant impact. */
  ERROR,
  /** Of a moderate impact. */
  WARNING,
  /** Of a minor impact. */
  INFORMATION,
  /** Of a negligible impact. */
  HINT;

  /** The word in settings. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The quieter of the two. */
  Severity atMost(Severity loudest) {
    return compareTo(loudest) < 0 ? loudest : this;
  }
}
