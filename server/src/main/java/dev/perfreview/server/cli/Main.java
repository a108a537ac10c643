package dev.perfreview.server.cli;

import dev.perfreview.server.lsp.ServerLauncher;
import java.util.Arrays;
import java.util.List;

/**
 * The entry of the process. The command line that editors start the server with is recognised here, past picocli, which reads the
 * annotations of every command first.
 */
public final class Main {

  private static final List<List<String>> PLAIN_SERVER = List.of(List.of("server"), List.of("server", "--stdio"));

  private Main() {}

  /** Runs a command and exits with its status. */
  public static void main(String[] arguments) {
    if (PLAIN_SERVER.contains(Arrays.asList(arguments))) {
      System.exit(ServerLauncher.runStdio());
    }
    PerfReview.main(arguments);
  }
}
