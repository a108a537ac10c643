package dev.perfreview.server.lsp.handlers;

import dev.perfreview.server.lsp.document.DocumentAnalysis;
import dev.perfreview.server.lsp.document.NotAnalyzed;
import dev.perfreview.server.lsp.document.OpenDocument;
import dev.perfreview.server.lsp.session.Session;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiFunction;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.jspecify.annotations.Nullable;

/** Answers requests from the analysis of the version that was the newest when they were read. */
final class AnalysisQuery {

  private AnalysisQuery() {}

  /**
   * Answers from the analysis of a document.
   *
   * @param nothing the answer for a document that is not open or not analysed
   * @param answer works the answer out, on a worker
   */
  static <R extends @Nullable Object> CompletableFuture<R> of(
    Session session,
    TextDocumentIdentifier identifier,
    R nothing,
    BiFunction<OpenDocument, DocumentAnalysis, R> answer
  ) {
    Optional<OpenDocument> found = session.documents().find(identifier.getUri());
    if (found.isEmpty()) {
      return CompletableFuture.completedFuture(nothing);
    }
    OpenDocument document = found.get();
    return document
      .analysis()
      .thenApplyAsync(analysis -> answer.apply(document, analysis), session.workers())
      .exceptionallyCompose(failure ->
        isNotAnalyzed(failure) ? CompletableFuture.completedFuture(nothing) : CompletableFuture.failedFuture(failure)
      );
  }

  private static boolean isNotAnalyzed(Throwable failure) {
    return (
      failure instanceof NotAnalyzed ||
      (failure instanceof CompletionException && failure.getCause() instanceof NotAnalyzed)
    );
  }
}
