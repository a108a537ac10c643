package dev.perfreview.server.lsp.changes;

import dev.perfreview.syntax.SourceText;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.jspecify.annotations.Nullable;

/**
 * A change that somebody wants to have reviewed.
 *
 * @param start the commit that it starts from, or a range; nothing for where {@code HEAD} left the main branch
 * @param places files or folders: the repositories around them are meant
 * @param unsaved the texts of the open documents
 * @param token what the client calls the work, if it does
 */
public record ChangeRequest(
  @Nullable String start,
  List<Path> places,
  Map<Path, SourceText> unsaved,
  @Nullable Either<String, Integer> token
) {
  /** Takes copies. */
  public ChangeRequest {
    places = List.copyOf(places);
    unsaved = Map.copyOf(unsaved);
  }
}
