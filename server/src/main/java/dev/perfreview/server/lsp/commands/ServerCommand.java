package dev.perfreview.server.lsp.commands;

import dev.perfreview.server.lsp.session.Session;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.jspecify.annotations.Nullable;

/** Something that users can have the server do. */
public interface ServerCommand {
  /**
   * Does it.
   *
   * @return what {@code workspace/executeCommand} answers; cancelling it gives the work up
   */
  CompletableFuture<@Nullable Object> run(Session session, ExecuteCommandParams parameters);

  /** The arguments, JSON each. */
  static List<Object> argumentsOf(ExecuteCommandParams parameters) {
    return parameters.getArguments() == null ? List.of() : parameters.getArguments();
  }
}
