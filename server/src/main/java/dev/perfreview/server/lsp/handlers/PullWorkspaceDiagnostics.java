package dev.perfreview.server.lsp.handlers;

import dev.perfreview.server.lsp.session.Session;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.WorkspaceDiagnosticParams;
import org.eclipse.lsp4j.WorkspaceDiagnosticReport;

/** {@code workspace/diagnostic}: what is found in all files of the folders, in parts where the client takes parts. */
public final class PullWorkspaceDiagnostics
  implements RequestHandler<WorkspaceDiagnosticParams, WorkspaceDiagnosticReport>
{

  @Override
  public CompletableFuture<WorkspaceDiagnosticReport> handle(Session session, WorkspaceDiagnosticParams parameters) {
    return session.workspaceFindings().pull(parameters);
  }
}
