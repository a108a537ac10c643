package dev.perfreview.server.lsp.client;

import dev.perfreview.server.lsp.concurrency.Outbox;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.lsp4j.WorkDoneProgressCreateParams;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.LanguageClient;
import org.jspecify.annotations.Nullable;

/** Shows the client how far long work has come, and hears when the user gives it up. */
public final class ProgressReports {

  private static final int ANSWER_SECONDS = 2;

  private final LanguageClient client;
  private final ClientFeatures features;
  private final Outbox outbox;
  private final AtomicInteger tokens = new AtomicInteger();
  private final Map<Either<String, Integer>, Runnable> cancellable = new ConcurrentHashMap<>();

  /** For one session. */
  public ProgressReports(LanguageClient client, ClientFeatures features, Outbox outbox) {
    this.client = client;
    this.features = features;
    this.outbox = outbox;
  }

  /**
   * Begins to show work that the server does by itself; asks the client for leave, which takes until it answers.
   *
   * @param title what is being done
   * @param total how many things there are to do
   * @param cancel gives the work up; nothing when it cannot be given up
   */
  public WorkDoneProgress begin(String title, int total, @Nullable Runnable cancel) throws InterruptedException {
    Either<String, Integer> token = Either.forLeft("perf-review-" + tokens.incrementAndGet());
    boolean shown = features.workDoneProgress() && total > 0 && isAccepted(token);
    return begin(title, total, shown ? token : null, cancel);
  }

  /**
   * Begins to show work that the client asked for.
   *
   * @param token what the client calls it; nothing when it does not want to see it
   */
  public WorkDoneProgress begin(
    String title,
    int total,
    @Nullable Either<String, Integer> token,
    @Nullable Runnable cancel
  ) {
    if (token != null && cancel != null) {
      cancellable.put(token, cancel);
    }
    return new WorkDoneProgress(
      total,
      message -> {
        if (token != null) {
          outbox.send(() -> client.notifyProgress(WorkDoneProgress.paramsOf(token, message)));
        }
      },
      () -> {
        if (token != null) {
          cancellable.remove(token);
        }
      }
    ).begun(title, cancel != null);
  }

  /** Hears that the user gives some work up. */
  public void cancel(Either<String, Integer> token) {
    Runnable known = cancellable.remove(token);
    if (known != null) {
      known.run();
    }
  }

  /** Asks for leave: what the client refuses must not be shown. */
  private boolean isAccepted(Either<String, Integer> token) throws InterruptedException {
    CompletableFuture<Void> answer = new CompletableFuture<>();
    outbox.send(() -> {
      var _ = client.createProgress(new WorkDoneProgressCreateParams(token)).whenComplete((_, failure) -> {
        if (failure == null) {
          answer.complete(null);
        } else {
          answer.completeExceptionally(failure);
        }
      });
    });
    try {
      answer.get(ANSWER_SECONDS, TimeUnit.SECONDS);
      return true;
    } catch (ExecutionException | TimeoutException refused) {
      return false;
    }
  }
}
