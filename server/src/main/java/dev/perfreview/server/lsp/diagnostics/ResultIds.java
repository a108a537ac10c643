package dev.perfreview.server.lsp.diagnostics;

import dev.perfreview.server.lsp.document.DocumentAnalysis;

/**
 * Names what a client pulled, so that it need not be sent again while it is the same. The names of one session mean nothing to the next, which
 * a client may ask with them after the server was started anew.
 */
public final class ResultIds {

  /** When it started: no other session of this client's started in the same millisecond. */
  private final String session = Long.toHexString(System.currentTimeMillis());

  /** The name of the diagnostics of an analysis. */
  public String of(DocumentAnalysis analysis) {
    return session + "." + analysis.number();
  }
}
