package dev.perfreview.server.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.perfreview.server.lsp.session.FileAnalyzer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.FileChangeType;
import org.eclipse.lsp4j.FileEvent;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.Registration;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkDoneProgressNotification;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseMessage;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageServer;

/**
 * A server and a client in this process, with pipes between them, so that every message is written and read as on the wire. Closing it
 * shuts the server down and fails when the server said anything that the test did not ask for.
 */
final class TestSession implements AutoCloseable {

  static final String FOLDER = "file:///workspace";
  private static final int TIMEOUT_SECONDS = 60;

  final TestClient client = new TestClient();
  final LanguageServer server;
  final OutputStream toServer;
  /** The server's answers to what was {@linkplain #send sent} with an id that is no number. */
  private final BlockingQueue<ResponseMessage> responses = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> status = new CompletableFuture<>();
  private final ExecutorService reader = Executors.newSingleThreadExecutor();
  private final Future<Void> listening;
  private boolean ended;

  TestSession(FileAnalyzer analyzer) {
    try {
      Pipe there = Pipe.open();
      Pipe back = Pipe.open();
      InputStream serverInput = Channels.newInputStream(there.source());
      OutputStream serverOutput = Channels.newOutputStream(back.sink());
      toServer = Channels.newOutputStream(there.sink());
      Thread.ofPlatform()
        .name("server")
        .daemon()
        .start(() -> {
          try (serverOutput) {
            status.complete(ServerLauncher.run(serverInput, serverOutput, analyzer));
          } catch (IOException | RuntimeException failure) {
            status.completeExceptionally(failure);
          }
        });
      Launcher<LanguageServer> launcher = new LSPLauncher.Builder<LanguageServer>()
        .setLocalService(client)
        .setRemoteInterface(LanguageServer.class)
        .setInput(Channels.newInputStream(back.source()))
        .setOutput(toServer)
        .setExecutorService(reader)
        .wrapMessages(consumer -> message -> {
          if (message instanceof ResponseMessage response && !response.getId().matches("[0-9]+")) {
            // To a message that LSP4J did not send, and would wonder about.
            responses.add(response);
          } else {
            consumer.consume(message);
          }
        })
        .create();
      server = launcher.getRemoteProxy();
      listening = launcher.startListening();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** A session with one folder and a client that can do everything, after the greeting. */
  static TestSession greeted() {
    return greeted(new SlowCalls(), Capabilities.all());
  }

  static TestSession greeted(FileAnalyzer analyzer, ClientCapabilities capabilities) {
    TestSession session = new TestSession(analyzer);
    session.initialize(capabilities);
    return session;
  }

  InitializeResult initialize(ClientCapabilities capabilities) {
    return initialize(capabilities, FOLDER);
  }

  InitializeResult initialize(ClientCapabilities capabilities, String folder) {
    InitializeParams parameters = new InitializeParams();
    parameters.setCapabilities(capabilities);
    parameters.setWorkspaceFolders(List.of(new WorkspaceFolder(folder, "workspace")));
    InitializeResult result = await(server.initialize(parameters));
    server.initialized(new InitializedParams());
    return result;
  }

  void open(String uri, String text) {
    open(uri, "python", text);
  }

  void open(String uri, String languageId, String text) {
    server
      .getTextDocumentService()
      .didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(uri, languageId, 1, text)));
  }

  void change(String uri, int version, TextDocumentContentChangeEvent... changes) {
    server
      .getTextDocumentService()
      .didChange(new DidChangeTextDocumentParams(new VersionedTextDocumentIdentifier(uri, version), List.of(changes)));
  }

  void close(String uri) {
    server.getTextDocumentService().didClose(new DidCloseTextDocumentParams(new TextDocumentIdentifier(uri)));
  }

  static TextDocumentContentChangeEvent replacing(Range range, String text) {
    return new TextDocumentContentChangeEvent(range, text);
  }

  static Range range(int startLine, int startColumn, int endLine, int endColumn) {
    return new Range(new Position(startLine, startColumn), new Position(endLine, endColumn));
  }

  PublishDiagnosticsParams awaitDiagnostics() {
    return take(client.diagnostics, "diagnostics");
  }

  /** The next diagnostics of one document; those of others stay where they are. */
  PublishDiagnosticsParams awaitDiagnosticsOf(String uri) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS);
    while (System.nanoTime() < deadline) {
      for (PublishDiagnosticsParams published : client.diagnostics) {
        if (published.getUri().equals(uri) && client.diagnostics.remove(published)) {
          return published;
        }
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
    }
    throw new AssertionError("the server did not send diagnostics of " + uri);
  }

  /** The next message about work that goes on. */
  WorkDoneProgressNotification awaitProgress() {
    return take(client.progress, "progress").getValue().getLeft();
  }

  /** The next message that the user is shown. */
  MessageParams awaitMessage() {
    return take(client.messages, "a message");
  }

  /** The next document that the client is asked to show. */
  String awaitShown() {
    return take(client.shown, "a document to show");
  }

  /** Does not fail at the end when there was progress that the test did not ask for. */
  void discardProgress() {
    client.progressDiscarded = true;
  }

  /** Tells the server that a file came, changed or went. */
  void changedOnDisk(String uri, FileChangeType type) {
    server
      .getWorkspaceService()
      .didChangeWatchedFiles(new DidChangeWatchedFilesParams(List.of(new FileEvent(uri, type))));
  }

  MessageParams awaitLog() {
    return take(client.log, "a log message");
  }

  /** Waits until the server asks the client to ask again. */
  void awaitRefresh(String method) {
    while (!take(client.refreshes, method).equals(method)) {
      // Another one.
    }
  }

  /** Sends a message exactly as it is written. */
  void send(String body) {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    byte[] header = ("Content-Length: " + content.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    sendRaw(header);
    sendRaw(content);
  }

  /** Sends bytes that need be no message. */
  void sendRaw(byte[] bytes) {
    try {
      toServer.write(bytes);
      toServer.flush();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The answer to a request that was {@linkplain #send sent} with this id. */
  ResponseMessage awaitResponse(String id) {
    ResponseMessage response;
    do {
      response = take(responses, "an answer to " + id);
    } while (!id.equals(response.getId()));
    return response;
  }

  List<Registration> awaitRegistrations() {
    return take(client.registrations, "registrations");
  }

  private static <T> T take(BlockingQueue<T> queue, String what) {
    try {
      T taken = queue.poll(TIMEOUT_SECONDS, TimeUnit.SECONDS);
      assertNotNull(taken, "the server did not send " + what);
      return taken;
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  static <T> T await(Future<T> answer) {
    try {
      return answer.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new AssertionError(failure.getCause());
    } catch (InterruptedException | TimeoutException failure) {
      throw new AssertionError("no answer in " + TIMEOUT_SECONDS + " s", failure);
    }
  }

  /** Waits for the server's end. */
  int exitStatus() {
    ended = true;
    int exit = await(status);
    await(listening);
    return exit;
  }

  @Override
  public void close() {
    try {
      if (!ended) {
        await(server.shutdown());
        server.exit();
        assertEquals(0, exitStatus(), "exit status after shutdown");
      }
      assertEquals(List.of(), client.unconsumed(), "messages that no test asked for");
    } finally {
      reader.shutdownNow();
    }
  }
}
