package dev.perfreview.server.lsp.diagnostics;

import dev.perfreview.server.lsp.client.RefreshRequests;
import dev.perfreview.server.lsp.concurrency.Outbox;
import dev.perfreview.server.lsp.document.DocumentAnalysis;
import dev.perfreview.server.lsp.document.DocumentSnapshot;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.services.LanguageClient;

/**
 * Sees to it that the client shows what was found in open documents: pushes diagnostics, always with the version that they were worked out from,
 * or tells a client that pulls them when to do so again.
 */
public final class DiagnosticPublisher {

  private final LanguageClient client;
  private final Outbox outbox;
  private final DiagnosticMapper mapper;
  private final boolean pulled;
  private final RefreshRequests refreshes;
  /** Where the client pulls: the version of each document that was analysed last. */
  private final Map<String, Integer> analyzed = new ConcurrentHashMap<>();

  /**
   * For one session.
   *
   * @param pulled whether the client pulls the diagnostics of open documents, and nothing is pushed
   */
  public DiagnosticPublisher(
    LanguageClient client,
    Outbox outbox,
    DiagnosticMapper mapper,
    boolean pulled,
    RefreshRequests refreshes
  ) {
    this.pulled = pulled;
    this.refreshes = refreshes;
    this.client = client;
    this.outbox = outbox;
    this.mapper = mapper;
  }

  /**
   * Publishes what an analysis found.
   *
   * @param current whether the analysis is still of the newest version; asked right before sending
   */
  public void publish(DocumentAnalysis analysis, BooleanSupplier current) {
    if (pulled) {
      Integer version = analysis.document().version();
      // After an edit the client asks by itself; of other settings, or other files, it does not know.
      if (version.equals(analyzed.put(analysis.document().uri(), version))) {
        refreshes.diagnostics();
      }
    } else {
      publish(analysis.document(), mapper.diagnosticsOf(analysis), current);
    }
  }

  /** Publishes that a version has no diagnostics. */
  public void publishNone(DocumentSnapshot document, BooleanSupplier current) {
    if (!pulled) {
      publish(document, List.of(), current);
    }
  }

  /** Takes a closed document's diagnostics back. */
  public void clear(String uri) {
    if (pulled) {
      analyzed.remove(uri);
    } else {
      outbox.send(() -> client.publishDiagnostics(new PublishDiagnosticsParams(uri, List.of())));
    }
  }

  private void publish(DocumentSnapshot document, List<Diagnostic> diagnostics, BooleanSupplier current) {
    PublishDiagnosticsParams message = new PublishDiagnosticsParams(document.uri(), diagnostics, document.version());
    outbox.send(() -> {
      if (current.getAsBoolean()) {
        client.publishDiagnostics(message);
      }
    });
  }
}
