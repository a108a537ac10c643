package dev.perfreview.server.cli;

import dev.perfreview.server.lsp.ServerLauncher;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Serves an editor. */
@Command(
  name = "server",
  mixinStandardHelpOptions = true,
  header = "Serve an editor through the Language Server Protocol, on standard input and output."
)
final class ServerCommand implements Callable<Integer> {

  /** Editors pass it by convention; there is no other way to talk yet, so it changes nothing. */
  @Option(names = "--stdio", description = "Talk on standard input and output, which is the default.")
  void talkOnStandardStreams(boolean asked) {}

  @Override
  public Integer call() {
    return ServerLauncher.runStdio();
  }
}
