package dev.perfreview.server.lsp.client;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.WorkDoneProgressBegin;
import org.eclipse.lsp4j.WorkDoneProgressEnd;
import org.eclipse.lsp4j.WorkDoneProgressNotification;
import org.eclipse.lsp4j.WorkDoneProgressReport;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.jspecify.annotations.Nullable;

/** How far some work on many files has come. Closing it says that the work ended. */
public final class WorkDoneProgress implements AutoCloseable {

  /** Written before the work on those files begins. */
  private volatile int total;

  /** Nothing while the work has one part only. */
  private volatile @Nullable String part;

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

  /**
   * The next part of work that has several begins. How far it has come is told in words from now on, for what share of the work it is nobody knows.
   *
   * @param name what is done, in a word
   * @param files with how many files
   */
  public void start(String name, int files) {
    part = name;
    total = files;
    done.set(0);
    report(0);
  }

  private void report(int files) {
    WorkDoneProgressReport report = new WorkDoneProgressReport();
    String current = part;
    if (current == null) {
      report.setPercentage(percentageOf(files));
    }
    report.setMessage((current == null ? "" : current + ": ") + files + " of " + total + " files");
    show.accept(report);
  }

  /** One more file is done. Called from any thread. */
  public void advance() {
    int now = done.incrementAndGet();
    if (percentageOf(now) > percentageOf(now - 1)) {
      report(now);
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
