package dev.perfreview.server.cli;

import dev.perfreview.server.configuration.Configuration;
import dev.perfreview.server.configuration.ConfigurationLoader;
import dev.perfreview.server.configuration.LoadedConfiguration;
import dev.perfreview.server.report.Style;
import dev.perfreview.server.scan.WorkspaceFolder;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program: its commands do the work. */
@Command(
  name = "perf-review",
  mixinStandardHelpOptions = true,
  versionProvider = ProgramVersion.class,
  header = "Reviews Python and Rust of LLM inference servers for performance.",
  synopsisSubcommandLabel = "COMMAND",
  subcommands = {
    CheckCommand.class,
    ReviewCommand.class,
    BaselineCommand.class,
    MergeCommand.class,
    ServerCommand.class,
    ExplainCommand.class,
    RulesCommand.class,
    HotPathsCommand.class,
    InitCommand.class,
    DoctorCommand.class,
    TrainCommand.class,
  },
  footer = {
    "",
    "Exit status: 0 nothing found at or above --fail-on, 1 something found, 2 wrong use or unreadable input.",
  }
)
public final class PerfReview implements Runnable {

  /** When to use colours; the names are the values of the option. */
  enum Colour {
    /** On a terminal, unless NO_COLOR is set. */
    AUTO,
    /** Also in a pipe. */
    ALWAYS,
    /** Never. */
    NEVER,
  }

  private final Path folder;
  private final Terminal terminal;

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Option(
    names = "--color",
    paramLabel = "WHEN",
    defaultValue = "auto",
    scope = ScopeType.INHERIT,
    description = "Use colours: auto (on a terminal, unless NO_COLOR is set), always or never. Default: ${DEFAULT-VALUE}."
  )
  private Colour colour = Colour.AUTO;

  /**
   * The program as called from a folder.
   *
   * @param folder what relative paths are told from
   * @param terminal where output goes
   */
  PerfReview(Path folder, Terminal terminal) {
    this.folder = folder;
    this.terminal = terminal;
  }

  /** Runs a command and exits with its status. */
  public static void main(String[] arguments) {
    PrintWriter out = writer(FileDescriptor.out, false);
    PrintWriter err = writer(FileDescriptor.err, true);
    int status = run(Path.of("").toAbsolutePath(), Terminal.ofProcess(), out, err, arguments);
    out.flush();
    err.flush();
    System.exit(status);
  }

  /** Runs a command; the status to exit with. */
  static int run(Path folder, Terminal terminal, PrintWriter out, PrintWriter err, String... arguments) {
    return new CommandLine(new PerfReview(folder, terminal))
      .setOut(out)
      .setErr(err)
      .setCaseInsensitiveEnumValuesAllowed(true)
      .setUsageHelpAutoWidth(false)
      .setColorScheme(
        CommandLine.Help.defaultColorScheme(terminal.showsOutput() && terminal.takesColours() ? Ansi.ON : Ansi.OFF)
      )
      .setParameterExceptionHandler(PerfReview::explainWrongUse)
      .setExecutionExceptionHandler(PerfReview::explainFailure)
      .execute(arguments);
  }

  /** UTF-8 whatever the locale: reports hold code. */
  private static PrintWriter writer(FileDescriptor descriptor, boolean flushesLines) {
    return new PrintWriter(new FileOutputStream(descriptor), flushesLines, StandardCharsets.UTF_8);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "which command? `perf-review check .` reviews this folder");
  }

  /** A path that the user gave. */
  Path resolve(Path given) {
    return folder.resolve(given).normalize();
  }

  /** The paths that the user gave; the folder that the program was called from when there is none. */
  List<Path> placesOrHere(List<Path> given) {
    return given.isEmpty() ? List.of(folder) : given.stream().map(this::resolve).toList();
  }

  /** The folder that the program was called from. */
  Path folder() {
    return folder;
  }

  /** The configuration that holds in that folder. */
  LoadedConfiguration configuration() {
    return ConfigurationLoader.loadNearest(
      folder,
      WorkspaceFolder.around(folder, folder).path(),
      Configuration.standard()
    );
  }

  /** Where output goes. */
  Terminal terminal() {
    return terminal;
  }

  /** Colours for standard output, or none. */
  Style style() {
    return switch (colour) {
      case ALWAYS -> Style.COLOURED;
      case NEVER -> Style.PLAIN;
      case AUTO -> terminal.showsOutput() && terminal.takesColours() ? Style.COLOURED : Style.PLAIN;
    };
  }

  private static int explainWrongUse(ParameterException wrong, String[] arguments) {
    CommandLine command = wrong.getCommandLine();
    command.getErr().println("perf-review: " + wrong.getMessage());
    CommandLine.UnmatchedArgumentException.printSuggestions(wrong, command.getErr());
    command.getErr().println("`" + command.getCommandSpec().qualifiedName() + " --help` tells what there is");
    return ExitStatus.TROUBLE;
  }

  private static int explainFailure(Exception failure, CommandLine command, CommandLine.ParseResult parsed)
    throws Exception {
    if (failure instanceof WrongUseException wrong) {
      command.getErr().println("perf-review: " + wrong.getMessage());
      return ExitStatus.TROUBLE;
    }
    command.getErr().println("perf-review: a fault of perf-review itself, which is worth a report:");
    failure.printStackTrace(command.getErr());
    return ExitStatus.TROUBLE;
  }
}
