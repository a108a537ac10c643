package dev.perfreview.server.lsp.document;

import dev.perfreview.analysis.Cancellation;
import dev.perfreview.syntax.ParseTimeoutException;
import dev.perfreview.syntax.SyntaxSnapshot;
import java.util.function.BooleanSupplier;

/** What an open document asks of the session: how it is analysed and who hears of the outcome. Called on the document's lane. */
public interface DocumentReview {
  /** Whether a version is analysed at all; one that is not is not parsed either. */
  boolean accepts(DocumentSnapshot document);

  /** The number of the settings in force, which grows as they change; 0 while none are known and nothing may be analysed. */
  long settingsRevision();

  /**
   * Analyses a version.
   *
   * @throws java.util.concurrent.CancellationException when {@code cancellation} says so
   */
  DocumentAnalysis analyze(DocumentSnapshot document, SyntaxSnapshot syntax, Cancellation cancellation);

  /**
   * Hears of a finished analysis.
   *
   * @param current whether it is still of the newest version
   */
  void analyzed(DocumentAnalysis analysis, BooleanSupplier current);

  /**
   * Hears of a version that is not {@linkplain #accepts accepted}.
   *
   * @param current whether it is still the newest
   */
  void declined(DocumentSnapshot document, BooleanSupplier current);

  /**
   * Hears of a version that is given up since its errors take too long to parse.
   *
   * @param current whether it is still the newest
   */
  void timedOut(DocumentSnapshot document, ParseTimeoutException why, BooleanSupplier current);

  /** Hears that a version's analysis failed; what was published of an older version stays. */
  void failed(DocumentSnapshot document, Throwable failure);
}
