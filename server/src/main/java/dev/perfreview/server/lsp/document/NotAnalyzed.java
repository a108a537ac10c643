package dev.perfreview.server.lsp.document;

/** Ends what waited for the analysis of a version that is not analysed: its text is too long, or its analysis failed. */
public final class NotAnalyzed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NotAnalyzed(DocumentSnapshot document) {
    super("version " + document.version() + " of " + document.uri() + " is not analysed");
  }
}
