package dev.perfreview.server.lsp.document;

import dev.perfreview.syntax.SyntaxSnapshot;
import dev.perfreview.syntax.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * A document that is open in the client. The reader thread swaps its versions in; a lane of its own on the worker pool parses and
 * analyses the newest one. A version that is no longer the newest is given up as soon as its analysis notices.
 */
public final class OpenDocument {

  /** A version and the promise of its analysis. Each has an identity of its own, which tells whether it is still the newest. */
  private static final class State {

    private final DocumentSnapshot snapshot;
    private final CompletableFuture<DocumentAnalysis> analysis = new CompletableFuture<>();

    State(DocumentSnapshot snapshot) {
      this.snapshot = snapshot;
    }

    DocumentSnapshot snapshot() {
      return snapshot;
    }

    CompletableFuture<DocumentAnalysis> analysis() {
      return analysis;
    }

    void supersede() {
      analysis.completeExceptionally(new Superseded(snapshot));
    }
  }

  private final DocumentReview review;
  private final Lane lane;
  /** Confined to the lane. */
  private final IncrementalSyntax syntax = new IncrementalSyntax();
  /** Guarded by this: edits that the syntax does not have yet. */
  private final List<TextEdit> unparsed = new ArrayList<>();
  /** Written under this lock. */
  private volatile State state;
  private volatile boolean closed;

  OpenDocument(DocumentSnapshot first, DocumentReview review, Executor pool) {
    this.review = review;
    this.lane = new Lane(pool, this::update);
    this.state = new State(first);
  }

  /** The newest version. */
  public DocumentSnapshot snapshot() {
    return state.snapshot();
  }

  /**
   * The analysis of the newest version, which may still be under way.
   *
   * @return ends with {@link Superseded} when a newer version arrives first
   */
  public CompletableFuture<DocumentAnalysis> analysis() {
    return state.analysis().copy();
  }

  /** Swaps the next version in. */
  public void change(int version, ContentChanges changes) {
    DocumentSnapshot last = snapshot();
    replace(new DocumentSnapshot(last.uri(), last.language(), version, changes.text()), changes.edits());
  }

  /** Has the newest version analysed again, because what it is judged by has changed. */
  public void reanalyze() {
    replace(snapshot(), List.of());
  }

  private void replace(DocumentSnapshot next, List<TextEdit> edits) {
    State last;
    synchronized (this) {
      last = state;
      unparsed.addAll(edits);
      state = new State(next);
    }
    last.supersede();
    lane.request();
  }

  /** Starts the first analysis. */
  void open() {
    lane.request();
  }

  void close() {
    closed = true;
    state.supersede();
    lane.request();
  }

  private void update() {
    if (closed) {
      syntax.close();
      return;
    }
    State wanted;
    List<TextEdit> edits;
    synchronized (this) {
      wanted = state;
      edits = List.copyOf(unparsed);
      unparsed.clear();
    }
    if (!review.accepts(wanted.snapshot())) {
      syntax.close();
      wanted.analysis().cancel(false);
      review.declined(wanted.snapshot(), () -> isCurrent(wanted));
      return;
    }
    try {
      analyze(wanted, syntax.of(wanted.snapshot(), edits));
    } catch (CancellationException givenUp) {
      wanted.supersede();
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError failure) {
      // One document that cannot be analysed must not take the server down with it.
      review.failed(wanted.snapshot(), failure);
      wanted.analysis().completeExceptionally(failure);
    }
  }

  private void analyze(State wanted, SyntaxSnapshot parsed) {
    if (!review.ready() || wanted.analysis().isDone()) {
      return;
    }
    DocumentAnalysis analysis = review.analyze(wanted.snapshot(), parsed, () -> !isCurrent(wanted));
    if (wanted.analysis().complete(analysis)) {
      review.analyzed(analysis, () -> isCurrent(wanted));
    }
  }

  private boolean isCurrent(State other) {
    return state == other && !closed;
  }
}
