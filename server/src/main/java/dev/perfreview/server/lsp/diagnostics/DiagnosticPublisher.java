package dev.perfreview.server.lsp.diagnostics;

import dev.perfreview.server.lsp.concurrency.Outbox;
import dev.perfreview.server.lsp.document.DocumentAnalysis;
import dev.perfreview.server.lsp.document.DocumentSnapshot;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.services.LanguageClient;

/** Pushes diagnostics to the client, always with the version that they were worked out from. */
public final class DiagnosticPublisher {

  private final LanguageClient client;
  private final Outbox outbox;
  private final DiagnosticMapper mapper;

  /** For one session. */
  public DiagnosticPublisher(LanguageClient client, Outbox outbox, DiagnosticMapper mapper) {
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
    publish(analysis.document(), mapper.diagnosticsOf(analysis), current);
  }

  /** Publishes that a version has no diagnostics. */
  public void publishNone(DocumentSnapshot document, BooleanSupplier current) {
    publish(document, List.of(), current);
  }

  /** Takes a closed document's diagnostics back. */
  public void clear(String uri) {
    outbox.send(() -> client.publishDiagnostics(new PublishDiagnosticsParams(uri, List.of())));
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
