package dev.perfreview.server.configuration;

/** How loud an editor shows a finding, loudest first; the names are LSP's. */
public enum Severity {
  /** Of a significant impact. */
  ERROR,
  /** Of a moderate impact. */
  WARNING,
  /** Of a minor impact. */
  INFORMATION,
  /** Of a negligible impact. */
  HINT,
}
