package dev.perfreview.server.cli;

import dev.perfreview.server.lsp.ServerLauncher;
import dev.perfreview.server.lsp.Transport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Serves an editor. */
@Command(
  name = "server",
  mixinStandardHelpOptions = true,
  header = "Serve an editor through the Language Server Protocol.",
  sortOptions = false
)
final class ServerCommand implements Callable<Integer> {

  @ArgGroup
  private @Nullable Way way;

  @Option(
    names = "--clientProcessId",
    paramLabel = "PID",
    hidden = true,
    description = "The editor's process; the server ends with it."
  )
  private @Nullable Integer client;

  /** How to talk: one of them. */
  static final class Way {

    @Option(names = "--stdio", description = "Talk on standard input and output, which is the default.")
    boolean stdio;

    @Option(
      names = "--socket",
      paramLabel = "PORT",
      description = "Connect to PORT of this machine, on which the editor listens."
    )
    @Nullable
    Integer port;

    @Option(
      names = "--pipe",
      paramLabel = "FILE",
      description = "Connect to the Unix domain socket FILE, on which the editor listens."
    )
    @Nullable
    Path pipe;
  }

  @Override
  public Integer call() throws IOException {
    try (Transport transport = connect()) {
      return ServerLauncher.run(transport, client);
    }
  }

  private Transport connect() {
    Integer port = way == null ? null : way.port;
    Path pipe = way == null ? null : way.pipe;
    try {
      return port != null ? Transport.socket(port) : pipe != null ? Transport.pipe(pipe) : Transport.stdio();
    } catch (IOException | IllegalArgumentException failure) {
      String place = port != null ? "port " + port + " of this machine" : "the socket " + pipe;
      throw new WrongUseException("cannot connect to " + place + ": " + failure.getMessage());
    } catch (UnsupportedOperationException unsupported) {
      throw new WrongUseException("this system has no Unix domain sockets; use --stdio or --socket");
    }
  }
}
