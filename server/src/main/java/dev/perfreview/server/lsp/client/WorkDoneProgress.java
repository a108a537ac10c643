package dev.perfreview.server.lsp.client;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.WorkDoneProgressBegin;
import org.eclipse.lsp4j.WorkDoneProgressEnd;
import org.eclipse.lsp4j.WorkDoneProgressNotification;
import org.eclipse.lsp4j.WorkDoneProgressReport;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** How far some work on many files has come. Closing it says that the work ended. */
public final class WorkDoneProgress implements AutoCloseable {

  private final int total;
  private final Consumer<WorkDoneProgressNotification> show;
  private final Runnable ended;
  private final AtomicInteger done = new AtomicInteger();

  WorkDoneProgress(int total, Consumer<WorkDoneProgressNotification> show, Runnable ended) {
    this.total = total;
    this.show = show;
    this.ended = ended;
  }

  WorkDoneProgress begun(String title, boolean cancellable) {
    WorkDoneProgressBegin begin = new WorkDoneProgressBegin();
    begin.setTitle(title);
    begin.setPercentage(0);
    begin.setCancellable(cancellable);
    show.accept(begin);
    return this;
  }

  /** One more file is done. Called from any thread. */
  public void advance() {
    int now = done.incrementAndGet();
    int percentage = percentageOf(now);
    if (percentage > percentageOf(now - 1)) {
      WorkDoneProgressReport report = new WorkDoneProgressReport();
      report.setPercentage(percentage);
      report.setMessage(now + " of " + total + " files");
      show.accept(report);
    }
  }

  private int percentageOf(int files) {
    return total == 0 ? 100 : (int) ((100L * files) / total);
  }

  @Override
  public void close() {
    ended.run();
    show.accept(new WorkDoneProgressEnd());
  }

  static ProgressParams paramsOf(Either<String, Integer> token, WorkDoneProgressNotification message) {
    return new ProgressParams(token, Either.forLeft(message));
  }
}
