package dev.perfreview.server.lsp.handlers;

import dev.perfreview.server.lsp.commands.CommandNames;
import dev.perfreview.server.lsp.commands.Explain;
import dev.perfreview.server.lsp.commands.Restart;
import dev.perfreview.server.lsp.commands.ReviewChanges;
import dev.perfreview.server.lsp.commands.ScanWorkspace;
import dev.perfreview.server.lsp.session.Session;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.jspecify.annotations.Nullable;

/** {@code workspace/executeCommand}: leads to the command. */
public final class ExecuteCommand implements RequestHandler<ExecuteCommandParams, @Nullable Object> {

  @Override
  public CompletableFuture<@Nullable Object> handle(Session session, ExecuteCommandParams parameters) {
    return switch (parameters.getCommand()) {
      case CommandNames.SCAN_WORKSPACE -> new ScanWorkspace().run(session, parameters);
      case CommandNames.EXPLAIN -> new Explain().run(session, parameters);
      case CommandNames.RESTART -> new Restart().run(session, parameters);
      case CommandNames.REVIEW_CHANGES -> new ReviewChanges().run(session, parameters);
      case null, default -> CompletableFuture.failedFuture(
        new ResponseErrorException(
          new ResponseError(
            ResponseErrorCode.InvalidParams,
            "there is no command `" + parameters.getCommand() + "`",
            null
          )
        )
      );
    };
  }
}
