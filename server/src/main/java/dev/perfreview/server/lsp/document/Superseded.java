package dev.perfreview.server.lsp.document;

import java.util.concurrent.CancellationException;

/** Ends what waited for the analysis of a version when a newer version, a change of settings or closing the document made it stale. */
public final class Superseded extends CancellationException {

  private static final long serialVersionUID = 1L;

  Superseded(DocumentSnapshot document) {
    super("version " + document.version() + " of " + document.uri() + " is no longer the newest");
  }
}
