package dev.perfreview.server.lsp.handlers;

import dev.perfreview.server.lsp.session.Session;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** {@code textDocument/codeAction}: what can be done about the findings of a place. */
public final class ListCodeActions implements RequestHandler<CodeActionParams, List<Either<Command, CodeAction>>> {

  @Override
  public CompletableFuture<List<Either<Command, CodeAction>>> handle(Session session, CodeActionParams parameters) {
    return AnalysisQuery.of(session, parameters.getTextDocument().getUri(), List.of(), (analysis, cancellation) ->
      session
        .actions()
        .list(analysis, parameters, cancellation)
        .stream()
        .map(Either::<Command, CodeAction>forRight)
        .toList()
    );
  }
}
