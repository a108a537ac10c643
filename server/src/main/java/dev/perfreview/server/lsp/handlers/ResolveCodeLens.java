package dev.perfreview.server.lsp.handlers;

import dev.perfreview.server.lsp.document.OpenDocument;
import dev.perfreview.server.lsp.lenses.LensReference;
import dev.perfreview.server.lsp.session.Session;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;

/** {@code codeLens/resolve}: what a code lens says, unless its document has changed since. */
public final class ResolveCodeLens implements RequestHandler<CodeLens, CodeLens> {

  @Override
  public CompletableFuture<CodeLens> handle(Session session, CodeLens lens) {
    Optional<LensReference> reference = LensReference.read(lens.getData());
    if (reference.isEmpty()) {
      return CompletableFuture.failedFuture(
        error(ResponseErrorCode.InvalidParams, "the code lens is not of this server")
      );
    }
    Optional<OpenDocument> document = session.documents().find(reference.get().uri());
    if (document.isEmpty()) {
      return CompletableFuture.failedFuture(stale());
    }
    return AnalysisQuery.of(
      session,
      document.get(),
      lens,
      (analysis, _) -> {
        if (!session.lenses().complete(lens, reference.get(), analysis)) {
          throw stale();
        }
        return lens;
      },
      superseded -> stale()
    );
  }

  private static ResponseErrorException stale() {
    return error(ResponseErrorCode.ContentModified, "the document has changed since the code lens was offered");
  }

  private static ResponseErrorException error(ResponseErrorCode code, String message) {
    return new ResponseErrorException(new ResponseError(code, message, null));
  }
}
