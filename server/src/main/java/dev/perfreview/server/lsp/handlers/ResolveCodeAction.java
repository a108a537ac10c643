package dev.perfreview.server.lsp.handlers;

import dev.perfreview.server.lsp.actions.ActionReference;
import dev.perfreview.server.lsp.document.OpenDocument;
import dev.perfreview.server.lsp.session.Session;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;

/** {@code codeAction/resolve}: works out the edit of the action that was chosen, unless its document has changed since. */
public final class ResolveCodeAction implements RequestHandler<CodeAction, CodeAction> {

  @Override
  public CompletableFuture<CodeAction> handle(Session session, CodeAction action) {
    Optional<ActionReference> reference = ActionReference.read(action.getData());
    if (reference.isEmpty()) {
      return CompletableFuture.failedFuture(
        error(ResponseErrorCode.InvalidParams, "the code action `" + action.getTitle() + "` is not of this server")
      );
    }
    Optional<OpenDocument> document = session.documents().find(reference.get().uri());
    if (document.isEmpty()) {
      return CompletableFuture.failedFuture(stale(action));
    }
    return AnalysisQuery.of(
      session,
      document.get(),
      action,
      (analysis, cancellation) -> {
        if (!session.actions().complete(action, analysis, cancellation)) {
          throw stale(action);
        }
        return action;
      },
      superseded -> stale(action)
    );
  }

  private static ResponseErrorException stale(CodeAction action) {
    return error(
      ResponseErrorCode.ContentModified,
      "the document has changed since `" + action.getTitle() + "` was offered"
    );
  }

  private static ResponseErrorException error(ResponseErrorCode code, String message) {
    return new ResponseErrorException(new ResponseError(code, message, null));
  }
}
