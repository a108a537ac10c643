package dev.perfreview.server.lsp.commands;

import dev.perfreview.server.lsp.session.Session;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.jspecify.annotations.Nullable;

/**
 * Forgets what was worked out of the folders, reads settings and files anew and reviews everything again, in the same process. A client that
 * started the process can do more: end it, and start another.
 */
public final class Restart implements ServerCommand {

  @Override
  public CompletableFuture<@Nullable Object> run(Session session, ExecuteCommandParams parameters) {
    session.indexer().forget();
    session.settings().everything();
    return CompletableFuture.completedFuture(null);
  }
}
