package dev.perfreview.server.lsp;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.perfreview.server.lsp.handlers.ServerDescription;
import dev.perfreview.server.lsp.session.FileAnalyzer;
import dev.perfreview.server.lsp.session.Greeting;
import dev.perfreview.server.lsp.session.Session;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.services.LanguageClient;
import org.jspecify.annotations.Nullable;

/** The life of a session from {@code initialize} to {@code exit}; all else is routed to the handlers. */
final class PerfReviewServer {

  private final FileAnalyzer analyzer;
  private final Dispatcher dispatcher = new Dispatcher();
  private final CompletableFuture<Integer> exitStatus = new CompletableFuture<>();
  private @Nullable LanguageClient client;

  PerfReviewServer(FileAnalyzer analyzer) {
    this.analyzer = analyzer;
  }

  /** Completed with the status that the process should end with: 0 when the client announced the end, else 1. */
  CompletableFuture<Integer> exitStatus() {
    return exitStatus;
  }

  /** Where the messages of a client go. */
  Routes routes() {
    return new Routes(this, dispatcher);
  }

  /** Takes the client, before its first message is read. */
  void connect(LanguageClient connected) {
    client = connected;
  }

  /** {@code initialize}: starts the session and says what the server can do. */
  CompletableFuture<JsonObject> initialize(@Nullable JsonElement parameters) {
    LanguageClient connected = client;
    if (connected == null) {
      throw new IllegalStateException("no client is connected");
    }
    Greeting greeting = Greeting.of(parameters);
    Session session = dispatcher.start(() -> new Session(connected, greeting, analyzer));
    ParentProcess.watch(greeting.processId(), this::exit);
    return CompletableFuture.completedFuture(ServerDescription.to(session.features()));
  }

  /** {@code shutdown}: ends the session. */
  CompletableFuture<@Nullable Object> shutdown() {
    dispatcher.shutDown();
    return CompletableFuture.completedFuture(null);
  }

  /** {@code exit}: ends the process. */
  void exit() {
    exitStatus.complete(dispatcher.isShutDown() ? 0 : 1);
  }

  /** Frees what a session that was not shut down still holds. */
  void close() {
    dispatcher.close();
  }
}
