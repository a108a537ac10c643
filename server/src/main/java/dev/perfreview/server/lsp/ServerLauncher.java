package dev.perfreview.server.lsp;

import dev.perfreview.analysis.Analyzer;
import dev.perfreview.server.lsp.client.ProtocolLog;
import dev.perfreview.server.lsp.session.FileAnalyzer;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Starts the language server on a pair of streams and stays until the session ends. */
public final class ServerLauncher {

  private ServerLauncher() {}

  /**
   * Serves the client at this process's standard input and output.
   *
   * @return the status to exit with: 0 when the client shut the server down before the end, else 1
   */
  public static int runStdio() {
    return run(Transport.stdio(), null);
  }

  /**
   * Serves the client at the other end.
   *
   * @param clientProcess the client's process, with which the server ends; nothing when only its {@code initialize} will say
   * @return as {@link #runStdio()}
   */
  public static int run(Transport transport, @Nullable Integer clientProcess) {
    return run(transport.input(), transport.output(), Analyzer::analyze, clientProcess);
  }

  static int run(InputStream input, OutputStream output, FileAnalyzer analyzer) {
    return run(input, output, analyzer, null);
  }

  private static int run(
    InputStream input,
    OutputStream output,
    FileAnalyzer analyzer,
    @Nullable Integer clientProcess
  ) {
    WarmUp.start(analyzer);
    PerfReviewServer server = new PerfReviewServer(analyzer);
    ProtocolLog.install();
    ParentProcess.watch(clientProcess, server::exit);
    // One thread reads; all that takes time has threads of its own.
    ExecutorService reader = Executors.newSingleThreadExecutor(
      Thread.ofPlatform().name("perf-review-reader").daemon().factory()
    );
    try {
      Connection connection = new Connection(input, output, server.routes());
      server.connect(connection.client());
      reader.execute(() -> {
        try {
          connection.listen();
        } finally {
          // The input is closed, and no message will ever end the server.
          server.exit();
        }
      });
      connection.warmUp();
      int status = server.exitStatus().join();
      connection.close();
      return status;
    } finally {
      server.close();
      reader.shutdownNow();
    }
  }
}
