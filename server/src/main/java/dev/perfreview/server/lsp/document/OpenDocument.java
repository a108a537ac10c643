package dev.perfreview.server.lsp.document;

import dev.perfreview.server.lsp.concurrency.Lane;
import dev.perfreview.syntax.ParseTimeoutException;
import dev.perfreview.syntax.SyntaxSnapshot;
import dev.perfreview.syntax.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;

/**
 * A document that is open in the client. The reader thread swaps its versions in; a lane of its own on the worker pool parses and
 * analyses the newest one. A version that is no longer the newest is given up as soon as its analysis notices.
 */
public final class OpenDocument {

  /** A version and the promise of its analysis. Each has an identity of its own, which tells whether it is still the newest. */
  private static final class State {

    private final DocumentSnapshot snapshot;
    /** The settings that its analysis started with; 0 before it did. */
    private volatile long settings;
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
  private final AtomicBoolean reconsidered = new AtomicBoolean();

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
   * @return ends with {@link Superseded} when a newer version arrives first, with {@link NotAnalyzed} when it is not analysed
   */
  public CompletableFuture<DocumentAnalysis> analysis() {
    return state.analysis().copy();
  }

  /** Whether nothing has changed since an analysis: neither the text nor what it is judged by. */
  public boolean isCurrent(DocumentAnalysis other) {
    DocumentAnalysis newest = state.analysis().isCompletedExceptionally() ? null : state.analysis().getNow(null);
    return !closed && newest != null && newest.number() == other.number();
  }

  /** Whether the client has not closed it. */
  public boolean isOpen() {
    return !closed;
  }

  /** Swaps the next version in. */
  public void change(int version, ContentChanges changes) {
    replace(last -> new DocumentSnapshot(last.uri(), last.language(), version, changes.text()), changes.edits());
  }

  /** Has the newest version analysed again, unless its analysis started after the last change of the settings. */
  public void reanalyze() {
    if (state.settings < review.settingsRevision()) {
      // A worker's thread: the reader may swap a version in at the same time, which must not be undone.
      replace(UnaryOperator.identity(), List.of());
    }
  }

  /** Has the newest version analysed again since the files around it tell something else; who waits for an analysis is not disturbed. */
  public void reconsider() {
    reconsidered.set(true);
    lane.request();
  }

  private void replace(UnaryOperator<DocumentSnapshot> next, List<TextEdit> edits) {
    State last;
    synchronized (this) {
      last = state;
      unparsed.addAll(edits);
      state = new State(next.apply(last.snapshot()));
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
      wanted.analysis().completeExceptionally(new NotAnalyzed(wanted.snapshot()));
      review.declined(wanted.snapshot(), () -> isCurrent(wanted));
      return;
    }
    try {
      analyze(wanted, syntax.of(wanted.snapshot(), edits, () -> !isCurrent(wanted)));
    } catch (CancellationException givenUp) {
      wanted.supersede();
    } catch (ParseTimeoutException tooLong) {
      wanted.analysis().completeExceptionally(new NotAnalyzed(wanted.snapshot()));
      review.timedOut(wanted.snapshot(), tooLong, () -> isCurrent(wanted));
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError failure) {
      // One document that cannot be analysed must not take the server down with it.
      review.failed(wanted.snapshot(), failure);
      wanted.analysis().completeExceptionally(new NotAnalyzed(wanted.snapshot()));
    }
  }

  private void analyze(State wanted, SyntaxSnapshot parsed) {
    // Asked before the analysis starts: one that is asked for meanwhile is not lost.
    boolean again = reconsidered.getAndSet(false);
    if (wanted.analysis().isDone()) {
      if (again && !wanted.analysis().isCompletedExceptionally()) {
        analyzeAgain(wanted, wanted.analysis().join(), parsed);
      }
      return;
    }
    wanted.settings = review.settingsRevision();
    if (wanted.settings == 0) {
      return;
    }
    DocumentAnalysis analysis = review.analyze(wanted.snapshot(), parsed, () -> !isCurrent(wanted));
    if (wanted.analysis().complete(analysis)) {
      review.analyzed(analysis, () -> isCurrent(wanted));
    }
  }

  /** Puts an analysis in the place of another of the same version where it found something else. */
  private void analyzeAgain(State last, DocumentAnalysis before, SyntaxSnapshot parsed) {
    DocumentAnalysis analysis = review.analyze(last.snapshot(), parsed, () -> !isCurrent(last));
    if (analysis.findings().equals(before.findings())) {
      return;
    }
    State next = new State(last.snapshot());
    next.settings = last.settings;
    next.analysis().complete(analysis);
    synchronized (this) {
      if (state != last) {
        return;
      }
      state = next;
    }
    review.analyzed(analysis, () -> isCurrent(next));
  }

  private boolean isCurrent(State other) {
    return state == other && !closed;
  }
}
