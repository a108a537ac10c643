package dev.perfreview.server.lsp.indexing;

import dev.perfreview.server.lsp.client.ClientFeatures;
import dev.perfreview.server.lsp.concurrency.Outbox;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.WorkDoneProgressBegin;
import org.eclipse.lsp4j.WorkDoneProgressCreateParams;
import org.eclipse.lsp4j.WorkDoneProgressEnd;
import org.eclipse.lsp4j.WorkDoneProgressNotification;
import org.eclipse.lsp4j.WorkDoneProgressReport;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.LanguageClient;

/** Shows in the client how far the indexing of a folder has come; nothing where the client cannot show it. */
final class IndexProgress implements AutoCloseable {

  private static final int ANSWER_SECONDS = 2;
  private static final AtomicInteger TOKENS = new AtomicInteger();

  private final LanguageClient client;
  private final Outbox outbox;
  private final String token = "perf-review-index-" + TOKENS.incrementAndGet();
  private final int total;
  private final boolean shown;
  private final AtomicInteger done = new AtomicInteger();

  /**
   * Begins.
   *
   * @param folder the name of the folder
   * @param total how many files there are
   */
  IndexProgress(LanguageClient client, ClientFeatures features, Outbox outbox, String folder, int total)
    throws InterruptedException {
    this.client = client;
    this.outbox = outbox;
    this.total = total;
    this.shown = features.workDoneProgress() && total > 0 && isAccepted();
    WorkDoneProgressBegin begin = new WorkDoneProgressBegin();
    begin.setTitle("perf-review: indexing " + folder);
    begin.setPercentage(0);
    begin.setCancellable(false);
    send(begin);
  }

  /** Asks for leave: what the client refuses must not be shown. */
  private boolean isAccepted() throws InterruptedException {
    CompletableFuture<Void> answer = new CompletableFuture<>();
    outbox.send(() -> {
      var _ = client
        .createProgress(new WorkDoneProgressCreateParams(Either.forLeft(token)))
        .whenComplete((nothing, failure) -> {
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

  /** One more file is done. Called from any thread. */
  void advance() {
    int now = done.incrementAndGet();
    int percentage = percentageOf(now);
    if (percentage > percentageOf(now - 1)) {
      WorkDoneProgressReport report = new WorkDoneProgressReport();
      report.setPercentage(percentage);
      report.setMessage(now + " of " + total + " files");
      send(report);
    }
  }

  private int percentageOf(int files) {
    return (int) ((100L * files) / total);
  }

  @Override
  public void close() {
    send(new WorkDoneProgressEnd());
  }

  private void send(WorkDoneProgressNotification message) {
    if (shown) {
      outbox.send(() -> client.notifyProgress(new ProgressParams(Either.forLeft(token), Either.forLeft(message))));
    }
  }
}
