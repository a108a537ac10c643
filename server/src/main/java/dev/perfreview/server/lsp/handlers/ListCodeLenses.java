package dev.perfreview.server.lsp.handlers;

import dev.perfreview.server.lsp.session.Session;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;

/** {@code textDocument/codeLens}: which functions of a document are hot. */
public final class ListCodeLenses implements RequestHandler<CodeLensParams, List<? extends CodeLens>> {

  @Override
  public CompletableFuture<List<? extends CodeLens>> handle(Session session, CodeLensParams parameters) {
    return AnalysisQuery.of(session, parameters.getTextDocument().getUri(), List.of(), (analysis, _) ->
      session.lenses().list(analysis)
    );
  }
}
