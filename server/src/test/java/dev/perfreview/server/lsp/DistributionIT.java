package dev.perfreview.server.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The server as users get it: a process of its own, from the distribution that the build laid out. */
class DistributionIT {

  private static final int TIMEOUT_SECONDS = 60;

  private final TestClient client = new TestClient();
  private final ExecutorService reader = Executors.newSingleThreadExecutor();

  @SuppressWarnings("NullAway.Init") // set before each test
  private Process process;

  @SuppressWarnings("NullAway.Init") // set before each test
  private LanguageServer server;

  @BeforeEach
  void start() throws IOException {
    String distribution = System.getProperty("perfreview.distribution", "target/dist/perf-review");
    process = new ProcessBuilder(Path.of(distribution, "bin", "perf-review").toString(), "server", "--stdio").start();
    Launcher<LanguageServer> launcher = new LSPLauncher.Builder<LanguageServer>()
      .setLocalService(client)
      .setRemoteInterface(LanguageServer.class)
      .setInput(process.getInputStream())
      .setOutput(process.getOutputStream())
      .setExecutorService(reader)
      .create();
    server = launcher.getRemoteProxy();
    var _ = launcher.startListening();
  }

  @AfterEach
  void stop() {
    process.destroyForcibly();
    reader.shutdownNow();
  }

  @Test
  void reviewsADocumentAndEnds() throws IOException, InterruptedException {
    initialize(ProcessHandle.current().pid());
    server
      .getTextDocumentService()
      .didOpen(
        new DidOpenTextDocumentParams(
          new TextDocumentItem("untitled:a", "python", 1, "x = 1  # perf: ignore[no-such-rule]\n")
        )
      );
    PublishDiagnosticsParams published = client.diagnostics.poll(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    assertTrue(published != null, "no diagnostics");
    Diagnostic diagnostic = published.getDiagnostics().getFirst();
    assertEquals("unused-suppression", diagnostic.getCode().getLeft());
    Path page = Path.of(URI.create(diagnostic.getCodeDescription().getHref()));
    assertTrue(Files.readString(page).startsWith("# unused-suppression"), "the link leads to the rule's page");

    TestSession.await(server.shutdown());
    server.exit();
    assertEquals(0, exitStatus());
    assertEquals(List.of(), client.unconsumed());
    assertEquals("", new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
  }

  @Test
  void endsWithItsParentThoughItsInputStaysOpen() throws IOException, InterruptedException {
    Process parent = new ProcessBuilder("sleep", "600").start();
    initialize(parent.pid());
    parent.destroyForcibly();
    assertEquals(1, exitStatus());
  }

  @Test
  void endsWithItsInput() throws IOException, InterruptedException {
    initialize(ProcessHandle.current().pid());
    process.getOutputStream().close();
    assertEquals(1, exitStatus());
  }

  private void initialize(long parent) {
    InitializeParams parameters = new InitializeParams();
    parameters.setCapabilities(Capabilities.all());
    parameters.setProcessId(Math.toIntExact(parent));
    TestSession.await(server.initialize(parameters));
    server.initialized(new InitializedParams());
  }

  private int exitStatus() throws InterruptedException {
    assertTrue(process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS), "the server does not end");
    return process.exitValue();
  }
}
