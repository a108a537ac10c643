package dev.perfreview.server.cli;

import dev.perfreview.analysis.AllRules;
import dev.perfreview.server.configuration.ConfigurationProblem;
import dev.perfreview.server.index.CacheFolder;
import dev.perfreview.server.report.Style;
import dev.perfreview.server.scan.WorkspaceFolder;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.NativeLibraries;
import dev.perfreview.syntax.SyntaxTree;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Tells what the program runs on and whether anything about that is wrong: what a report of a fault should hold. */
@Command(
  name = "doctor",
  mixinStandardHelpOptions = true,
  header = "Check the installation: versions, native libraries, configuration.",
  description = "Exit status 2 when something is broken."
)
final class DoctorCommand implements Callable<Integer> {

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // set by picocli
  private PerfReview program;

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  private int problems;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Style style = program.style();
    line(out, style, "perf-review", ProgramVersion.current() + ", " + rules());
    line(out, style, "java", Runtime.version() + (runsOnOwnRuntime() ? " (bundled)" : " (not the bundled one)"));
    line(out, style, "system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    line(out, style, "cores", String.valueOf(Runtime.getRuntime().availableProcessors()));
    checkParsers(out, style);
    checkConfiguration(out, style);
    line(out, style, "cache", CacheFolder.path().map(DoctorCommand::sizeOf).orElse("none: no folder is known for it"));
    out.println(problems == 0 ? "no problems found" : problems + (problems == 1 ? " problem" : " problems") + " found");
    return problems == 0 ? ExitStatus.CLEAN : ExitStatus.TROUBLE;
  }

  private String rules() {
    int own = program.configuration().configuration().analysis().userRules().rules().size();
    return AllRules.infos().size() + " rules" + (own == 0 ? "" : " and " + own + " of your own");
  }

  private void checkParsers(PrintWriter out, Style style) {
    for (Language language : Language.values()) {
      try {
        SyntaxTree.snapshotOf(language, "");
      } catch (RuntimeException | LinkageError failure) {
        problem(out, style, language.id(), "cannot be parsed: " + failure.getMessage());
      }
    }
    for (NativeLibraries.Loaded library : NativeLibraries.loaded()) {
      String origin = library.origin().name().toLowerCase(Locale.ROOT).replace('_', '-');
      line(out, style, library.name(), library.reason().isEmpty() ? origin : origin + " (" + library.reason() + ")");
    }
  }

  private void checkConfiguration(PrintWriter out, Style style) {
    line(out, style, "folder", WorkspaceFolder.around(program.folder(), program.folder()).path().toString());
    for (ConfigurationProblem problem : program.configuration().problems()) {
      problem(out, style, "configuration", problem.file() + ":" + (problem.line() + 1) + ": " + problem.message());
    }
  }

  private static String sizeOf(Path cache) {
    long bytes = 0;
    try (Stream<Path> files = Files.list(cache)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        bytes += file.toString().endsWith(CacheFolder.EXTENSION) ? Files.size(file) : 0;
      }
    } catch (IOException missing) {
      return cache + " (empty)";
    }
    return cache + " (%.1f MB of indexes)".formatted(bytes / 1e6);
  }

  private static boolean runsOnOwnRuntime() {
    String home = System.getProperty("perfreview.home", "");
    return !home.isEmpty() && Path.of(System.getProperty("java.home")).startsWith(Path.of(home));
  }

  private void problem(PrintWriter out, Style style, String name, String message) {
    problems++;
    line(out, style, name, message);
  }

  private static void line(PrintWriter out, Style style, String name, String value) {
    out.println(style.strong(name + ":") + " ".repeat(Math.max(1, 20 - name.length())) + value);
  }
}
