package dev.perfreview.server.lsp.commands;

import com.google.gson.JsonPrimitive;
import dev.perfreview.server.lsp.scan.ScanSummary;
import dev.perfreview.server.lsp.session.Session;
import dev.perfreview.server.lsp.workspace.DocumentUri;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * Reviews all files of the open folders, or of those folders whose URIs are its arguments; answers what
 * {@link ScanSummary#toJson()} says, and tells the user in a sentence.
 */
public final class ScanWorkspace implements ServerCommand {

  @Override
  public CompletableFuture<@Nullable Object> run(Session session, ExecuteCommandParams parameters) {
    List<Path> within = new ArrayList<>();
    for (Object argument : ServerCommand.argumentsOf(parameters)) {
      Optional<Path> folder =
        argument instanceof JsonPrimitive text ? DocumentUri.fileOf(text.getAsString()) : Optional.empty();
      if (folder.isEmpty()) {
        return CompletableFuture.failedFuture(
          new ResponseErrorException(
            new ResponseError(
              ResponseErrorCode.InvalidParams,
              "the arguments of " + CommandNames.SCAN_WORKSPACE + " are URIs of folders, and " + argument + " is none",
              null
            )
          )
        );
      }
      within.add(folder.get().normalize());
    }
    CompletableFuture<ScanSummary> scan = session.workspaceFindings().scan(within, parameters.getWorkDoneToken());
    CompletableFuture<@Nullable Object> answer = new CompletableFuture<>();
    var _ = scan.whenComplete((summary, failure) -> {
      if (failure == null) {
        session.client().showMessage(new MessageParams(MessageType.Info, "perf-review " + summary.sentence()));
        answer.complete(summary.toJson());
      } else {
        answer.completeExceptionally(failure);
      }
    });
    var _ = answer.whenComplete((_, _) -> scan.cancel(false));
    return answer;
  }
}
