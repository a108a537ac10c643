package dev.perfreview.server.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perfreview.server.Unprivileged;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The server serves a folder of which it can read a part and a cache that it cannot write, and says each once, however often it reads them. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "sets POSIX permissions")
class HostileFileSystemIT {

  private static final Path LAUNCHER = Path.of(
    System.getProperty("perfreview.distribution", "target/dist/perf-review"),
    "bin/perf-review"
  ).toAbsolutePath();
  private static final int TIMEOUT_SECONDS = 60;

  @TempDir
  private Path folder = Path.of("");

  private Path workspace = folder;

  @BeforeEach
  void layOut() throws IOException {
    workspace = Files.createDirectories(folder.resolve("workspace"));
    Files.writeString(workspace.resolve("readable.py"), "x = 1  # perf: ignore[no-such-rule]\n");
    Files.createSymbolicLink(workspace.resolve("self.py"), Path.of("self.py"));
    Files.createSymbolicLink(workspace.resolve("parent"), Path.of(".."));
    Files.createDirectories(folder.resolve("cache"));
    Files.createDirectory(workspace.resolve("secret"));
    Unprivileged.open(folder);
    for (int i = 0; i < 20; i++) {
      Unprivileged.allow(Files.writeString(workspace.resolve("locked%02d.py".formatted(i)), "x = 1\n"), "---------");
    }
    Unprivileged.allow(workspace.resolve("secret"), "---------");
    Unprivileged.allow(workspace, "r-xr-xr-x");
    Unprivileged.allow(folder.resolve("cache"), "r-xr-xr-x");
  }

  @AfterEach
  void letJUnitDelete() throws IOException {
    for (String place : List.of("cache", "workspace", "workspace/secret")) {
      Unprivileged.allow(folder.resolve(place), "rwxr-xr-x");
    }
  }

  @Test
  void eachIsSaidOnce() throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(Unprivileged.command(LAUNCHER, "server", "--stdio"));
    builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
    Process process = builder.directory(workspace.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    TestClient client = new TestClient();
    ExecutorService reader = Executors.newSingleThreadExecutor();
    try {
      var launcher = new LSPLauncher.Builder<LanguageServer>()
        .setLocalService(client)
        .setRemoteInterface(LanguageServer.class)
        .setInput(process.getInputStream())
        .setOutput(process.getOutputStream())
        .setExecutorService(reader)
        .create();
      var _ = launcher.startListening();
      LanguageServer server = launcher.getRemoteProxy();
      greet(server);
      for (String command : List.of("perfReview.scanWorkspace", "perfReview.restart", "perfReview.scanWorkspace")) {
        TestSession.await(server.getWorkspaceService().executeCommand(new ExecuteCommandParams(command, List.of())));
      }
      PublishDiagnosticsParams published = client.diagnostics.poll(TIMEOUT_SECONDS, TimeUnit.SECONDS);
      assertTrue(published != null && published.getUri().endsWith("/readable.py"), "the readable file is reviewed");
      TestSession.await(server.shutdown());
      server.exit();
      assertTrue(process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS), "it does not end");
      assertEquals(0, process.exitValue());
    } finally {
      process.destroyForcibly();
      reader.shutdownNow();
    }
    assertEquals(
      List.of(
        "the index cannot be kept in " +
          folder.resolve("cache/perf-review") +
          ", so the next start reads all files again: permission denied",
        "locked00.py cannot be read: permission denied, and something like it holds for 20 more in " +
          workspace +
          "; what they tell about other files is unknown"
      ),
      client.log.stream().map(MessageParams::getMessage).toList()
    );
  }

  private void greet(LanguageServer server) {
    InitializeParams parameters = new InitializeParams();
    parameters.setCapabilities(Capabilities.all());
    parameters.setWorkspaceFolders(List.of(new WorkspaceFolder(workspace.toUri().toString(), "workspace")));
    TestSession.await(server.initialize(parameters));
    server.initialized(new InitializedParams());
  }
}
