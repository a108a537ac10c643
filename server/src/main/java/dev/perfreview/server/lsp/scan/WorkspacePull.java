package dev.perfreview.server.lsp.scan;

import dev.perfreview.server.lsp.concurrency.Outbox;
import dev.perfreview.server.lsp.workspace.DocumentUri;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.PreviousResultId;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.WorkspaceDiagnosticParams;
import org.eclipse.lsp4j.WorkspaceDiagnosticReport;
import org.eclipse.lsp4j.WorkspaceDiagnosticReportPartialResult;
import org.eclipse.lsp4j.WorkspaceDocumentDiagnosticReport;
import org.eclipse.lsp4j.WorkspaceFullDocumentDiagnosticReport;
import org.eclipse.lsp4j.WorkspaceUnchangedDocumentDiagnosticReport;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.LanguageClient;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one {@code workspace/diagnostic}, given in parts where the client takes parts. Files in which nothing is found, and nothing was
 * when the client asked last, are not mentioned. Thread-safe.
 */
final class WorkspacePull {

  /** How many files are sent at once; fewer when some have waited for a while. */
  private static final int PART = 32;
  private static final long PATIENCE_NANOSECONDS = 500_000_000;

  private final LanguageClient client;
  private final Outbox outbox;
  private final @Nullable Either<String, Integer> partialToken;
  /** What the client has, by {@link DocumentUri#keyOf}; what is reported is taken out. */
  private final Map<String, PreviousResultId> previous = new ConcurrentHashMap<>();
  private final List<WorkspaceDocumentDiagnosticReport> items = new ArrayList<>();
  private boolean begun;
  private long sent = System.nanoTime();

  WorkspacePull(LanguageClient client, Outbox outbox, WorkspaceDiagnosticParams parameters) {
    this.client = client;
    this.outbox = outbox;
    this.partialToken = parameters.getPartialResultToken();
    if (parameters.getPreviousResultIds() != null) {
      for (PreviousResultId id : parameters.getPreviousResultIds()) {
        previous.put(DocumentUri.keyOf(id.getUri()), id);
      }
    }
  }

  /** Adds a file that is not open. */
  void add(FileReport report) {
    add(report.uri(), null, report.resultId(), report.diagnostics());
  }

  /** Adds a document; {@code version} is nothing where it is not open. */
  void add(String uri, @Nullable Integer version, String resultId, List<Diagnostic> diagnostics) {
    PreviousResultId last = previous.remove(DocumentUri.keyOf(uri));
    if (last != null && resultId.equals(last.getValue())) {
      WorkspaceUnchangedDocumentDiagnosticReport unchanged = new WorkspaceUnchangedDocumentDiagnosticReport(
        resultId,
        uri,
        version
      );
      add(new WorkspaceDocumentDiagnosticReport(unchanged));
    } else if (last != null || version != null || !diagnostics.isEmpty()) {
      WorkspaceFullDocumentDiagnosticReport full = new WorkspaceFullDocumentDiagnosticReport(diagnostics, uri, version);
      full.setResultId(resultId);
      add(new WorkspaceDocumentDiagnosticReport(full));
    }
  }

  /** Leaves a document's diagnostics as they are. */
  void keep(String uri) {
    previous.remove(DocumentUri.keyOf(uri));
  }

  private synchronized void add(WorkspaceDocumentDiagnosticReport item) {
    items.add(item);
    boolean waited = System.nanoTime() - sent > PATIENCE_NANOSECONDS;
    if (partialToken != null && (items.size() >= PART || waited)) {
      sendPart(partialToken);
    }
  }

  /** The first part is a report, the next ones only add to it. */
  private void sendPart(Either<String, Integer> token) {
    List<WorkspaceDocumentDiagnosticReport> part = List.copyOf(items);
    items.clear();
    sent = System.nanoTime();
    Object value = begun ? new WorkspaceDiagnosticReportPartialResult(part) : new WorkspaceDiagnosticReport(part);
    begun = true;
    outbox.send(() -> client.notifyProgress(new ProgressParams(token, Either.forRight(value))));
  }

  /** Answers with what was not sent yet, after all that was; of what the client has and nobody reported there is nothing left. */
  synchronized void end(CompletableFuture<WorkspaceDiagnosticReport> answer) {
    for (PreviousResultId gone : List.copyOf(previous.values())) {
      add(
        new WorkspaceDocumentDiagnosticReport(new WorkspaceFullDocumentDiagnosticReport(List.of(), gone.getUri(), null))
      );
    }
    if (partialToken != null && !items.isEmpty()) {
      sendPart(partialToken);
    }
    WorkspaceDiagnosticReport rest = new WorkspaceDiagnosticReport(List.copyOf(items));
    outbox.send(() -> answer.complete(rest));
  }
}
