package dev.perfreview.harness.tools;

import dev.perfreview.harness.Project;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;

/** The entry point of {@code ./dev} for all that needs the engine. */
public final class Dev {

  private Dev() {}

  /**
   * Runs a command and ends the process with its exit status.
   *
   * @param arguments the command's name and its arguments
   */
  public static void main(String[] arguments) throws IOException {
    int status = run(Project.current(), List.of(arguments), System.out);
    System.out.flush();
    System.exit(status);
  }

  /** Runs a command; answers 0 when all went well, 1 when it found something wrong, 2 when it was called wrongly. */
  static int run(Project project, List<String> arguments, PrintStream out) throws IOException {
    String command = arguments.isEmpty() ? "" : arguments.getFirst();
    List<String> rest = arguments.isEmpty() ? List.of() : arguments.subList(1, arguments.size());
    try {
      return switch (command) {
        case "bless" -> Bless.run(project, rest, out);
        case "fuzz" -> FuzzCommand.run(project, rest, out);
        case "invariants" -> InvariantsCommand.run(rest, out);
        case "new-rule" -> NewRule.run(project, rest, out);
        case "tree" -> TreeCommand.run(rest, out);
        default -> throw new WrongUse("no such command: " + command);
      };
    } catch (WrongUse wrongUse) {
      out.println(wrongUse.getMessage() + "; `./dev help` explains");
      return 2;
    }
  }

  /** A command was called wrongly. */
  static final class WrongUse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WrongUse(String message) {
      super(message);
    }
  }

  /** Throws unless there are as many arguments as the command needs. */
  static void require(boolean fits, String usage, List<String> arguments) {
    if (!fits) {
      throw new WrongUse("usage: ./dev " + usage + ", not " + Arrays.toString(arguments.toArray()));
    }
  }
}
