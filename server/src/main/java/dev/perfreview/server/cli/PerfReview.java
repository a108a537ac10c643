package dev.perfreview.server.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program: its sub-commands do the work. */
@Command(
  name = "perf-review",
  mixinStandardHelpOptions = true,
  version = "perf-review 0.1.0",
  description = "Reviews Python and Rust for performance."
)
public final class PerfReview {

  private PerfReview() {}

  /** Runs a command and exits with its status. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new PerfReview()).execute(arguments));
  }
}
