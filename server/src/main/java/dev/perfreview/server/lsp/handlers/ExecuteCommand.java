package dev.perfreview.server.lsp.handlers;

import dev.perfreview.server.lsp.commands.CommandNames;
import dev.perfreview.server.lsp.commands.Explain;
import dev.perfreview.server.lsp.commands.Restart;
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
      case CommandNames.REVIEW_CHANGES -> CompletableFuture.failedFuture(
        error(
          ResponseErrorCode.RequestFailed,
          "this version of perf-review cannot review changes; `perf-review check` reviews files and folders"
        )
      );
      case null, default -> CompletableFuture.failedFuture(
        error(ResponseErrorCode.InvalidParams, "there is no command `" + parameters.getCommand() + "`")
      );
    };
  }

  private static ResponseErrorException error(ResponseErrorCode code, String message) {
    return new ResponseErrorException(new ResponseError(code, message, null));
  }
}
