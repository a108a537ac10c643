package dev.perfreview.server.lsp.commands;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import dev.perfreview.server.git.GitException;
import dev.perfreview.server.lsp.changes.ChangeAnswer;
import dev.perfreview.server.lsp.changes.ChangeRequest;
import dev.perfreview.server.lsp.document.DocumentSnapshot;
import dev.perfreview.server.lsp.document.OpenDocument;
import dev.perfreview.server.lsp.session.Session;
import dev.perfreview.server.lsp.workspace.DocumentUri;
import dev.perfreview.syntax.SourceText;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.ShowDocumentParams;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * Reviews the change from a base to the files as they are, with what is not saved yet. All arguments may be left out, or be null: the base as on the
 * command line; the URI of a file or folder of the repository that is meant, else those of all open folders are; and whether the server
 * shows the report. Answers what {@link ChangeAnswer#toJson()} says.
 */
public final class ReviewChanges implements ServerCommand {

  private static final int BASE = 0;
  private static final int PLACE = 1;
  private static final int SHOWN = 2;

  @Override
  public CompletableFuture<@Nullable Object> run(Session session, ExecuteCommandParams parameters) {
    List<Object> arguments = ServerCommand.argumentsOf(parameters);
    Optional<JsonPrimitive> base = argument(arguments, BASE);
    Optional<JsonPrimitive> place = argument(arguments, PLACE);
    Optional<JsonPrimitive> shown = argument(arguments, SHOWN);
    Optional<Path> file = place.flatMap(uri -> DocumentUri.fileOf(uri.getAsString()));
    if (
      base.filter(text -> !text.isString()).isPresent() ||
      (place.isPresent() && file.isEmpty()) ||
      shown.filter(flag -> !flag.isBoolean()).isPresent()
    ) {
      return CompletableFuture.failedFuture(
        error(
          ResponseErrorCode.InvalidParams,
          "the arguments of " +
            CommandNames.REVIEW_CHANGES +
            " are a commit or a range, the URI of a file or folder, and whether to show the report"
        )
      );
    }
    List<Path> places = file.isPresent()
      ? List.of(file.get().normalize())
      : session
          .workspace()
          .folders()
          .all()
          .stream()
          .flatMap(folder -> DocumentUri.fileOf(folder.uri()).stream())
          .toList();
    String start = base
      .map(JsonPrimitive::getAsString)
      .filter(text -> !text.isBlank())
      .orElse(null);
    ChangeRequest request = new ChangeRequest(start, places, openTexts(session), parameters.getWorkDoneToken());
    CompletableFuture<ChangeAnswer> review = session.changeReviews().review(request);
    CompletableFuture<@Nullable Object> answer = new CompletableFuture<>();
    // Not on the thread of the review: the end of the session interrupts it, which would close the stream that it writes to.
    var _ = review.whenComplete((reviewed, failure) ->
      session.outbox().send(() -> {
        if (failure == null) {
          show(session, reviewed, shown.map(JsonPrimitive::getAsBoolean).orElse(true));
          answer.complete(reviewed.toJson());
        } else {
          answer.completeExceptionally(
            failure instanceof GitException
              ? error(ResponseErrorCode.RequestFailed, String.valueOf(failure.getMessage()))
              : failure
          );
        }
      })
    );
    var _ = answer.whenComplete((_, _) -> review.cancel(false));
    return answer;
  }

  private static Optional<JsonPrimitive> argument(List<Object> arguments, int index) {
    return arguments.size() > index && arguments.get(index) instanceof JsonElement element && !element.isJsonNull()
      ? Optional.of(element instanceof JsonPrimitive simple ? simple : new JsonPrimitive(0))
      : Optional.empty();
  }

  private static Map<Path, SourceText> openTexts(Session session) {
    Map<Path, SourceText> texts = new HashMap<>();
    for (OpenDocument document : session.documents().all()) {
      DocumentSnapshot snapshot = document.snapshot();
      DocumentUri.fileOf(snapshot.uri()).ifPresent(file -> texts.put(file.normalize(), snapshot.text()));
    }
    return texts;
  }

  private static void show(Session session, ChangeAnswer reviewed, boolean wanted) {
    Path report = reviewed.file();
    if (reviewed.isEmpty()) {
      MessageParams message = new MessageParams(MessageType.Info, "perf-review: " + reviewed.nothingChanged());
      session.client().showMessage(message);
    } else if (wanted && report != null && session.features().showDocument()) {
      var _ = session.client().showDocument(new ShowDocumentParams(report.toUri().toString()));
    }
  }

  private static ResponseErrorException error(ResponseErrorCode code, String message) {
    return new ResponseErrorException(new ResponseError(code, message, null));
  }
}
