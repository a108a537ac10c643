package dev.perfreview.server.lsp.handlers;

import dev.perfreview.server.lsp.document.DocumentAnalysis;
import dev.perfreview.server.lsp.session.Session;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.DiagnosticServerCancellationData;
import org.eclipse.lsp4j.DocumentDiagnosticParams;
import org.eclipse.lsp4j.DocumentDiagnosticReport;
import org.eclipse.lsp4j.RelatedFullDocumentDiagnosticReport;
import org.eclipse.lsp4j.RelatedUnchangedDocumentDiagnosticReport;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;

/**
 * {@code textDocument/diagnostic}: what was found in a document, or that it is what the client has already. Where a newer version or other
 * settings come first, the client is told to ask again.
 */
public final class PullDocumentDiagnostics
  implements RequestHandler<DocumentDiagnosticParams, DocumentDiagnosticReport>
{

  @Override
  public CompletableFuture<DocumentDiagnosticReport> handle(Session session, DocumentDiagnosticParams parameters) {
    String uri = parameters.getTextDocument().getUri();
    DocumentDiagnosticReport nothing = new DocumentDiagnosticReport(new RelatedFullDocumentDiagnosticReport(List.of()));
    return session
      .documents()
      .find(uri)
      .map(document ->
        AnalysisQuery.of(
          session,
          document,
          nothing,
          (analysis, _) -> report(session, analysis, parameters),
          stale -> cancelledByServer(stale, session.documents().find(uri).isPresent())
        )
      )
      .orElseGet(() -> CompletableFuture.completedFuture(nothing));
  }

  private static DocumentDiagnosticReport report(
    Session session,
    DocumentAnalysis analysis,
    DocumentDiagnosticParams parameters
  ) {
    String id = session.resultIds().of(analysis);
    if (id.equals(parameters.getPreviousResultId())) {
      return new DocumentDiagnosticReport(new RelatedUnchangedDocumentDiagnosticReport(id));
    }
    RelatedFullDocumentDiagnosticReport full = new RelatedFullDocumentDiagnosticReport(
      session.diagnostics().diagnosticsOf(analysis)
    );
    full.setResultId(id);
    return new DocumentDiagnosticReport(full);
  }

  private static Throwable cancelledByServer(Throwable stale, boolean again) {
    return new ResponseErrorException(
      new ResponseError(
        ResponseErrorCode.ServerCancelled,
        String.valueOf(stale.getMessage()),
        new DiagnosticServerCancellationData(again)
      )
    );
  }
}
