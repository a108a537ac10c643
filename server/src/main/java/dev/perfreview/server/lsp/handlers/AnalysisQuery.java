package dev.perfreview.server.lsp.handlers;

import dev.perfreview.analysis.Cancellation;
import dev.perfreview.server.lsp.document.DocumentAnalysis;
import dev.perfreview.server.lsp.document.DocumentSnapshot;
import dev.perfreview.server.lsp.document.NotAnalyzed;
import dev.perfreview.server.lsp.document.OpenDocument;
import dev.perfreview.server.lsp.document.Superseded;
import dev.perfreview.server.lsp.session.Session;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Answers requests from the analysis of the version that was the newest when they were read. */
final class AnalysisQuery {

  private AnalysisQuery() {}

  /**
   * Works an answer out, on a worker.
   *
   * @param <R> the answer
   */
  @FunctionalInterface
  interface Answer<R extends @Nullable Object> {
    /**
     * Works it out.
     *
     * @param cancellation says whether the request was cancelled or the analysis is no longer current; asked now and then by what takes long
     */
    R from(DocumentAnalysis analysis, Cancellation cancellation);
  }

  /**
   * Answers from the analysis of a document.
   *
   * @param uri the document
   * @param nothing the answer for a document that is not open or not analysed
   */
  static <R extends @Nullable Object> CompletableFuture<R> of(
    Session session,
    String uri,
    R nothing,
    Answer<R> answer
  ) {
    return session
      .documents()
      .find(uri)
      .map(document -> of(session, document, nothing, answer, stale -> stale))
      .orElseGet(() -> CompletableFuture.completedFuture(nothing));
  }

  /**
   * Answers from the analysis of an open document.
   *
   * @param nothing the answer for a document that is not analysed
   * @param stale what to fail with when something newer comes before the analysis ends
   */
  static <R extends @Nullable Object> CompletableFuture<R> of(
    Session session,
    OpenDocument document,
    R nothing,
    Answer<R> answer,
    UnaryOperator<Throwable> stale
  ) {
    // What the caller cancels is this, and whoever works on the answer sees that it was.
    CompletableFuture<R> answered = new CompletableFuture<>();
    answer(session, document, document.snapshot(), answered, nothing, answer, stale);
    return answered;
  }

  private static <R extends @Nullable Object> void answer(
    Session session,
    OpenDocument document,
    DocumentSnapshot asked,
    CompletableFuture<R> answered,
    R nothing,
    Answer<R> answer,
    UnaryOperator<Throwable> stale
  ) {
    var _ = document
      .analysis()
      .thenApplyAsync(
        analysis -> answer.from(analysis, () -> answered.isDone() || !document.isCurrent(analysis)),
        session.workers()
      )
      .whenComplete((result, failure) -> {
        Throwable cause =
          failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause == null) {
          answered.complete(result);
        } else if (cause instanceof NotAnalyzed) {
          answered.complete(nothing);
        } else if (!(cause instanceof Superseded)) {
          answered.completeExceptionally(cause);
        } else if (!answered.isDone() && document.isOpen() && isOf(document, asked)) {
          // The text is the same, and judged by other settings.
          answer(session, document, asked, answered, nothing, answer, stale);
        } else {
          answered.completeExceptionally(stale.apply(cause));
        }
      });
  }

  /** Whether a version is still the newest of its document; each is an object of its own, whatever the client numbers it. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean isOf(OpenDocument document, DocumentSnapshot version) {
    return document.snapshot() == version;
  }
}
