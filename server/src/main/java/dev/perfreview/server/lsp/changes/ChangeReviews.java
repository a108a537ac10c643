package dev.perfreview.server.lsp.changes;

import dev.perfreview.heat.Impact;
import dev.perfreview.server.configuration.Configuration;
import dev.perfreview.server.git.GitException;
import dev.perfreview.server.git.GitRepository;
import dev.perfreview.server.index.ReportFiles;
import dev.perfreview.server.lsp.client.ProgressReports;
import dev.perfreview.server.lsp.client.WorkDoneProgress;
import dev.perfreview.server.lsp.concurrency.BackgroundPool;
import dev.perfreview.server.lsp.workspace.Workspace;
import dev.perfreview.server.review.Change;
import dev.perfreview.server.review.ChangeReview;
import dev.perfreview.server.review.ChangeReviewer;
import dev.perfreview.server.review.ChangeSpecification;
import dev.perfreview.server.review.Checklist;
import dev.perfreview.server.review.GitChange;
import dev.perfreview.server.review.ReviewProgress;
import dev.perfreview.server.review.report.ChangeReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reviews changes for the client, one after the other, on a thread of its own. */
public final class ChangeReviews implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ChangeReviews.class);
  private static final String TITLE = "perf-review: reviewing the change";

  private final Workspace workspace;
  private final ProgressReports progress;
  private final CompletableFuture<Void> settingsKnown;
  private final ExecutorService coordinator = Executors.newSingleThreadExecutor(work ->
    BackgroundPool.thread("perf-review-changes", work)
  );

  /**
   * For one session.
   *
   * @param settingsKnown ends when the settings are known for the first time
   */
  public ChangeReviews(Workspace workspace, ProgressReports progress, CompletableFuture<Void> settingsKnown) {
    this.workspace = workspace;
    this.progress = progress;
    this.settingsKnown = settingsKnown;
  }

  /**
   * Reviews a change.
   *
   * @return ends with what it came to, or with {@link GitException} when there is no such change; cancelling it, or the progress that is
   *     shown, gives the review up
   */
  public CompletableFuture<ChangeAnswer> review(ChangeRequest request) {
    CompletableFuture<ChangeAnswer> answer = new CompletableFuture<>();
    try {
      var _ = settingsKnown.thenRunAsync(() -> run(request, answer), coordinator);
    } catch (RejectedExecutionException ended) {
      answer.cancel(false);
    }
    return answer;
  }

  private void run(ChangeRequest request, CompletableFuture<ChangeAnswer> answer) {
    if (answer.isDone()) {
      return;
    }
    try {
      answer.complete(review(request, answer));
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
      answer.cancel(false);
    } catch (GitException | RuntimeException | StackOverflowError | OutOfMemoryError failure) {
      answer.completeExceptionally(failure);
    }
  }

  private ChangeAnswer review(ChangeRequest request, CompletableFuture<ChangeAnswer> answer)
    throws GitException, InterruptedException {
    Runnable cancel = () -> answer.cancel(false);
    try (
      WorkDoneProgress shown = request.token() == null
        ? progress.begin(TITLE, 1, cancel)
        : progress.begin(TITLE, 1, request.token(), cancel)
    ) {
      return review(request, shown, answer::isDone);
    }
  }

  private ChangeAnswer review(ChangeRequest request, WorkDoneProgress shown, BooleanSupplier cancelled)
    throws GitException, InterruptedException {
    Map<Path, GitRepository> repositories = new LinkedHashMap<>();
    Map<Path, Path> placeOf = new HashMap<>();
    try {
      for (Path place : request.places()) {
        GitRepository.around(place).ifPresent(found -> {
          placeOf.put(found.root(), place);
          GitRepository twice = repositories.put(found.root(), found);
          if (twice != null) {
            twice.close();
          }
        });
      }
      if (repositories.isEmpty()) {
        throw new GitException(
          request.places().isEmpty()
            ? "no folder is open, so there is no change to review"
            : request.places().getFirst() + " lies in no git repository, so there is no change to review"
        );
      }
      List<ChangeReport> reports = new ArrayList<>();
      Optional<GitException> failed = Optional.empty();
      for (GitRepository repository : repositories.values()) {
        Path place = placeOf.getOrDefault(repository.root(), repository.root());
        Configuration editor = workspace.editorConfigurationOf(place.toUri().toString());
        try {
          reports.add(review(request, repository, editor, steps(shown, cancelled)));
        } catch (GitException failure) {
          if (repositories.size() == 1) {
            throw failure;
          }
          LOG.warn("the change of {} is not reviewed: {}", repository.root(), failure.getMessage());
          failed = Optional.of(failure);
        }
      }
      if (reports.isEmpty() && failed.isPresent()) {
        throw failed.get();
      }
      ChangeAnswer answer = ChangeAnswer.of(reports);
      return answer.isEmpty()
        ? answer
        : answer.in(ReportFiles.write(List.copyOf(repositories.keySet()), answer.markdown()).orElse(null));
    } finally {
      repositories.values().forEach(GitRepository::close);
    }
  }

  private ChangeReport review(
    ChangeRequest request,
    GitRepository repository,
    Configuration editor,
    ReviewProgress steps
  ) throws GitException, InterruptedException {
    long started = System.nanoTime();
    ChangeSpecification wanted = new ChangeSpecification(request.start(), ChangeSpecification.Extent.BRANCH);
    Change change = GitChange.between(repository, wanted.in(repository), request.unsaved());
    ChangeReview review = new ChangeReviewer(repository.root(), editor, _ -> true, steps).review(change);
    Impact least = editor.minimumImpact().compareTo(Impact.MINOR) > 0 ? editor.minimumImpact() : Impact.MINOR;
    LOG.info(
      "the change of {} files in {} was reviewed in {} ms",
      change.paths().size(),
      repository.root(),
      (System.nanoTime() - started) / 1_000_000
    );
    return new ChangeReport(review, Checklist.of(review, null), least, repository.root());
  }

  private static ReviewProgress steps(WorkDoneProgress shown, BooleanSupplier cancelled) {
    return new ReviewProgress() {
      @Override
      public void start(String phase, int files) {
        giveUpIfCancelled();
        shown.start(phase, files);
      }

      @Override
      public void advance() {
        giveUpIfCancelled();
        shown.advance();
      }

      private void giveUpIfCancelled() {
        if (cancelled.getAsBoolean()) {
          throw new CancellationException("the review was cancelled");
        }
      }
    };
  }

  @Override
  public void close() {
    coordinator.shutdownNow();
  }
}
