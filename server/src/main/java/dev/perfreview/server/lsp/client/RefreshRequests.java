package dev.perfreview.server.lsp.client;

import dev.perfreview.server.lsp.concurrency.Outbox;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.lsp4j.services.LanguageClient;

/**
 * Tells the client to ask again for what it asked before, when it changed without an edit of the client's own. What comes in a burst is
 * told once, for each time the client asks about everything that it shows. Nothing where the client cannot be told.
 */
public final class RefreshRequests {

  private static final int PAUSE_MILLISECONDS = 50;

  private final Outbox outbox;
  private final ClientFeatures features;
  private final Burst diagnostics;
  private final Burst codeLenses;

  /** For one session. */
  public RefreshRequests(LanguageClient client, ClientFeatures features, Outbox outbox) {
    this.outbox = outbox;
    this.features = features;
    this.diagnostics = new Burst(client::refreshDiagnostics);
    this.codeLenses = new Burst(client::refreshCodeLenses);
  }

  /** Other diagnostics would be answered now. */
  public void diagnostics() {
    if (features.pullsDiagnostics()) {
      diagnostics.begin();
    }
  }

  /** Other code lenses would be answered now. */
  public void codeLenses() {
    if (features.codeLensRefresh()) {
      codeLenses.begin();
    }
  }

  private interface Request {
    CompletableFuture<Void> send();
  }

  private final class Burst {

    private final Request request;
    private final AtomicBoolean begun = new AtomicBoolean();

    Burst(Request request) {
      this.request = request;
    }

    void begin() {
      if (!begun.getAndSet(true)) {
        Executor later = CompletableFuture.delayedExecutor(PAUSE_MILLISECONDS, TimeUnit.MILLISECONDS);
        later.execute(() -> outbox.send(this::end));
      }
    }

    private void end() {
      begun.set(false);
      var _ = request.send();
    }
  }
}
