package dev.perfreview.server.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

/** Runs the program within the test, as if called from a folder. */
final class Program {

  private static final Terminal PIPE = new Terminal(false, false, true, 100);

  private Program() {}

  /**
   * What a run came to.
   *
   * @param status the exit status
   * @param out what it wrote to standard output
   * @param err what it wrote to standard error
   */
  record Run(int status, String out, String err) {}

  static Run run(Path folder, String... arguments) {
    return run(folder, PIPE, arguments);
  }

  static Run run(Path folder, Terminal terminal, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status = PerfReview.run(folder, terminal, new PrintWriter(out), new PrintWriter(err), arguments);
    return new Run(status, out.toString(), err.toString());
  }
}
