package dev.perfreview.server.lsp.concurrency;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes the threads on which documents are reviewed. {@link Thread.Builder} numbers threads, too, through a variable handle for which the VM spins six classes: 10 ms
 * before the first document is looked at.
 */
public final class WorkerThreads implements ThreadFactory {

  private final AtomicInteger count = new AtomicInteger();

  @Override
  public Thread newThread(Runnable work) {
    String name = "perf-review-worker-" + count.incrementAndGet();
    Thread thread = new Thread(null, work, name, BackgroundPool.STACK_BYTES);
    thread.setDaemon(true);
    return thread;
  }
}
