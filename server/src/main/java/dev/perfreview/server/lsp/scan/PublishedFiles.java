package dev.perfreview.server.lsp.scan;

import dev.perfreview.server.lsp.concurrency.Outbox;
import dev.perfreview.server.lsp.document.Documents;
import dev.perfreview.server.lsp.workspace.DocumentUri;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.services.LanguageClient;
import org.jspecify.annotations.Nullable;

/** What the client was pushed about files that are not open, and takes back. Thread-safe. */
final class PublishedFiles {

  private final LanguageClient client;
  private final Outbox outbox;
  private final Documents documents;
  /** The URIs that the client shows something for, by {@link DocumentUri#keyOf}. */
  private final Map<String, String> shown = new ConcurrentHashMap<>();

  PublishedFiles(LanguageClient client, Outbox outbox, Documents documents) {
    this.client = client;
    this.outbox = outbox;
    this.documents = documents;
  }

  /** Shows what was found in a file, unless it was opened meanwhile. */
  void show(FileReport report) {
    String key = DocumentUri.keyOf(report.uri());
    if (report.diagnostics().isEmpty()) {
      clear(key);
      return;
    }
    outbox.send(() -> {
      // Asked when its turn comes: what an open document shows is not overwritten.
      if (!isOpen(key)) {
        shown.put(key, report.uri());
        publish(report.uri(), report.diagnostics());
      }
    });
  }

  private boolean isOpen(String key) {
    return documents
      .all()
      .stream()
      .anyMatch(document -> key.equals(DocumentUri.keyOf(document.snapshot().uri())));
  }

  /**
   * Hears that a file was opened: what is found in the document is shown in the place of what is on the disk.
   *
   * @param replaced whether that is pushed as well
   */
  void opened(String uri, boolean replaced) {
    outbox.send(() -> {
      String ours = shown.remove(DocumentUri.keyOf(uri));
      if (ours != null && !(replaced && ours.equals(uri))) {
        publish(ours, List.of());
      }
    });
  }

  /** Takes back what is shown for all files but some, which are told by their keys. */
  void retain(Set<String> keys, Predicate<String> among) {
    outbox.send(() -> {
      for (String key : List.copyOf(shown.keySet())) {
        if (among.test(key) && !keys.contains(key)) {
          take(shown.remove(key));
        }
      }
    });
  }

  private void clear(String key) {
    outbox.send(() -> take(shown.remove(key)));
  }

  private void take(@Nullable String uri) {
    if (uri != null) {
      publish(uri, List.of());
    }
  }

  private void publish(String uri, List<Diagnostic> diagnostics) {
    client.publishDiagnostics(new PublishDiagnosticsParams(uri, diagnostics));
  }
}
