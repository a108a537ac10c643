package dev.perfreview.server.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.FileChangeType;
import org.eclipse.lsp4j.FileEvent;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * A whole session of the distribution opens no connection, runs no program and writes nothing but its cache. The Java VM lists the classes that it
 * initialises, and nothing in Java connects or starts a process without those in {@link #CONNECTS} and {@link #RUNS}; folders tell by their
 * times even of files that are gone again. {@link Trespasser} shows that all of it would be seen.
 */
@EnabledOnOs(value = OS.LINUX, disabledReason = "looks at the open files of a process in /proc")
class ContainmentIT {

  private static final Path DISTRIBUTION = Path.of(
    System.getProperty("perfreview.distribution", "target/dist/perf-review")
  ).toAbsolutePath();
  private static final int TIMEOUT_SECONDS = 60;
  private static final List<String> CONNECTS = List.of(
    "java.net.Socket",
    "java.net.InetAddress",
    "java.net.http.",
    "sun.net.www.protocol.http",
    "sun.nio.ch.SocketChannelImpl",
    "sun.nio.ch.ServerSocketChannelImpl",
    "sun.nio.ch.DatagramChannelImpl",
    "sun.nio.ch.NioSocketImpl"
  );
  /** {@code Runtime.exec} needs it, too; ProcessImpl, which it calls, is initialised by asking for an environment variable already. */
  private static final List<String> RUNS = List.of("java.lang.ProcessBuilder");
  private static final String CODE =
    "import time\n\nasync def f(queue):\n    time.sleep(1)\n    queue.pop(0)  # perf: ignore[nothing]\n";

  @TempDir
  private Path folder = Path.of("");

  private Path workspace = folder;
  private Path classes = folder;

  @BeforeEach
  void layOut() throws IOException {
    workspace = Files.createDirectories(folder.resolve("around/workspace"));
    classes = folder.resolve("classes.log");
    Files.createDirectories(folder.resolve("around/home"));
    Files.createDirectories(folder.resolve("around/tmp"));
    Files.writeString(workspace.resolve("a.py"), CODE);
    Files.writeString(workspace.resolve("b.rs"), "async fn f() { std::thread::sleep(d); }\n");
    Files.writeString(workspace.resolve("perf-review.toml"), "min-impact = 'negligible'\nwrong = 1\n");
    // Programs that a careless server might run, for it is started here.
    for (String program : List.of("git", "python3", "rustc", "cargo", "sh")) {
      Path trap = Files.writeString(
        workspace.resolve(program),
        "#!/bin/sh\ntouch " + folder.resolve("around/sprung") + "\n"
      );
      assertTrue(trap.toFile().setExecutable(true));
    }
  }

  @Test
  void aSessionStaysWithinItsCache() throws IOException, InterruptedException {
    // What the first start does to its own folder is done.
    start(List.of(DISTRIBUTION.resolve("bin/perf-review").toString(), "--version")).waitFor();
    String before = snapshot();
    Process process = start(List.of(DISTRIBUTION.resolve("bin/perf-review").toString(), "server", "--stdio"));
    ExecutorService reader = Executors.newSingleThreadExecutor();
    try {
      LSPLauncher.Builder<LanguageServer> builder = new LSPLauncher.Builder<>();
      var launcher = builder
        .setLocalService(new TestClient())
        .setRemoteInterface(LanguageServer.class)
        .setInput(process.getInputStream())
        .setOutput(process.getOutputStream())
        .setExecutorService(reader)
        .create();
      var _ = launcher.startListening();
      useEverything(launcher.getRemoteProxy());
      assertEquals(List.of(), openSockets(process.pid()));
      assertFalse(hasPerformanceData(process.pid()), "the VM keeps a file in the folder for temporary files");
      TestSession.await(launcher.getRemoteProxy().shutdown());
      launcher.getRemoteProxy().exit();
      assertTrue(process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS), "it does not end");
    } finally {
      process.destroyForcibly();
      reader.shutdownNow();
    }
    assertEquals(before, snapshot());
    assertEquals(List.of(), initialised(CONNECTS));
    assertEquals(List.of(), initialised(RUNS));
    assertFalse(
      initialised(List.of("dev.perfreview.server.lsp.commands.ScanWorkspace")).isEmpty(),
      "the log tells of classes"
    );
    try (Stream<Path> kept = Files.list(folder.resolve("cache/perf-review"))) {
      assertEquals(1, kept.filter(file -> file.toString().endsWith(".facts")).count(), "the index is kept");
    }
  }

  @Test
  void aTrespasserIsSeen() throws IOException, InterruptedException {
    String before = snapshot();
    String classPath = System.getProperty("java.class.path");
    Process process = start(
      List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xlog:class+init=info:file=" + classes,
        "-cp",
        classPath,
        Trespasser.class.getName(),
        folder.resolve("around/tmp/trace").toString()
      )
    );
    assertEquals(0, process.waitFor());
    assertFalse(initialised(CONNECTS).isEmpty(), "a connection");
    assertFalse(initialised(RUNS).isEmpty(), "a program");
    assertNotEquals(before, snapshot(), "a file that is gone again");
  }

  private Process start(List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(workspace.toFile());
    builder.redirectError(folder.resolve("error.log").toFile());
    builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
    builder.environment().put("PATH", workspace + ":" + System.getenv("PATH"));
    builder
      .environment()
      .put(
        "PERF_REVIEW_JAVA_OPTIONS",
        "-Xlog:class+init=info:file=%s -Duser.home=%s -Djava.io.tmpdir=%s".formatted(
          classes,
          folder.resolve("around/home"),
          folder.resolve("around/tmp")
        )
      );
    return builder.start();
  }

  private void useEverything(LanguageServer server) {
    InitializeParams parameters = new InitializeParams();
    parameters.setCapabilities(Capabilities.all());
    parameters.setProcessId(Math.toIntExact(ProcessHandle.current().pid()));
    parameters.setWorkspaceFolders(List.of(new WorkspaceFolder(workspace.toUri().toString(), "workspace")));
    TestSession.await(server.initialize(parameters));
    server.initialized(new InitializedParams());
    String uri = workspace.resolve("a.py").toUri().toString();
    TextDocumentIdentifier document = new TextDocumentIdentifier(uri);
    server
      .getTextDocumentService()
      .didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(uri, "python", 1, CODE)));
    TestSession.await(server.getTextDocumentService().hover(new HoverParams(document, new Position(3, 6))));
    TestSession.await(server.getTextDocumentService().codeLens(new CodeLensParams(document)));
    var actions = TestSession.await(
      server
        .getTextDocumentService()
        .codeAction(new CodeActionParams(document, TestSession.range(0, 0, 5, 0), new CodeActionContext(List.of())))
    );
    assertFalse(actions.isEmpty(), "something can be done");
    TestSession.await(server.getTextDocumentService().resolveCodeAction(actions.getFirst().getRight()));
    server
      .getWorkspaceService()
      .didChangeWatchedFiles(
        new DidChangeWatchedFilesParams(
          List.of(new FileEvent(workspace.resolve("perf-review.toml").toUri().toString(), FileChangeType.Changed))
        )
      );
    for (String command : List.of("perfReview.scanWorkspace", "perfReview.restart", "perfReview.scanWorkspace")) {
      TestSession.await(server.getWorkspaceService().executeCommand(new ExecuteCommandParams(command, List.of())));
    }
    TestSession.await(
      server
        .getWorkspaceService()
        .executeCommand(new ExecuteCommandParams("perfReview.explain", List.of("list-pop-front", "python")))
    );
  }

  private static List<String> openSockets(long process) throws IOException {
    try (Stream<Path> open = Files.list(Path.of("/proc/" + process + "/fd"))) {
      return open
        .map(descriptor -> {
          try {
            return Files.readSymbolicLink(descriptor).toString();
          } catch (IOException closedMeanwhile) {
            return "";
          }
        })
        .filter(target -> target.startsWith("socket:"))
        .toList();
    }
  }

  private static boolean hasPerformanceData(long process) throws IOException {
    try (Stream<Path> temporary = Files.list(Path.of("/tmp"))) {
      return temporary
        .filter(place -> place.getFileName().toString().startsWith("hsperfdata_"))
        .anyMatch(place -> Files.exists(place.resolve(Long.toString(process))));
    }
  }

  /** The classes of the VM's list whose names begin so. */
  private List<String> initialised(List<String> prefixes) throws IOException {
    return Files.readAllLines(classes)
      .stream()
      .filter(line -> line.contains("nitializ"))
      .map(line -> line.replace('/', '.'))
      .filter(line -> prefixes.stream().anyMatch(prefix -> line.contains("'" + prefix) || line.contains(" " + prefix)))
      .toList();
  }

  /** Everything around the server but its cache: each path, when it was changed, and what it says. */
  private String snapshot() throws IOException {
    TreeMap<String, String> all = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder.resolve("around"))) {
      for (Path path : paths.toList()) {
        String content = Files.isRegularFile(path) ? Files.readString(path) : "";
        all.put(path.toString(), Files.getLastModifiedTime(path) + " " + content);
      }
    }
    return all.toString();
  }
}
