package dev.perfreview.server.cli;

import dev.perfreview.analysis.FunctionHeat;
import dev.perfreview.analysis.Surroundings;
import dev.perfreview.heat.Glob;
import dev.perfreview.heat.Heat;
import dev.perfreview.heat.HotPath;
import dev.perfreview.heat.HotPaths;
import dev.perfreview.server.index.ReviewIndex;
import dev.perfreview.server.report.Style;
import dev.perfreview.server.scan.Outcome;
import dev.perfreview.server.scan.SourceFile;
import dev.perfreview.server.scan.Target;
import dev.perfreview.server.scan.Targets;
import dev.perfreview.server.scan.UnreadableSourceException;
import dev.perfreview.syntax.ParseTimeoutException;
import dev.perfreview.syntax.SyntaxTree;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Lists the hot paths, or tells which of them a file lies on and how often each of its functions runs. */
@Command(
  name = "hot-paths",
  mixinStandardHelpOptions = true,
  header = "List the hot paths in force, or tell how hot a file is and why."
)
final class HotPathsCommand implements Callable<Integer> {

  /** How the answer is written; the names are the values of the option. */
  enum Format {
    /** Lines for a person. */
    TEXT,
    /** An array for a program. */
    JSON,
  }

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // set by picocli
  private PerfReview program;

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Parameters(
    paramLabel = "PATH",
    arity = "0..1",
    description = "A file to be told about with its functions, or a folder to be told about file by file."
  )
  private @Nullable Path place;

  @Option(
    names = "--format",
    paramLabel = "FORMAT",
    defaultValue = "text",
    description = "text or json. Default: ${DEFAULT-VALUE}."
  )
  private Format format = Format.TEXT;

  @Override
  public Integer call() throws InterruptedException, IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (place == null) {
      HotPaths hotPaths = program.configuration().configuration().analysis().hotPaths();
      if (format == Format.JSON) {
        HotPathsJson.writeAll(hotPaths, out);
      } else {
        listAll(hotPaths, program.style(), out);
      }
      return ExitStatus.CLEAN;
    }
    Targets targets = Targets.of(List.of(program.resolve(place)), program.folder());
    for (Outcome.Problem problem : targets.problems()) {
      spec
        .commandLine()
        .getErr()
        .println("perf-review: " + problem.path() + " " + problem.message());
    }
    @Nullable
    Surroundings surroundings = null;
    if (targets.all().size() == 1) {
      ReviewIndex index = new ReviewIndex(targets.all(), program.folder());
      index.read(() -> {});
      surroundings = index.of(targets.all().getFirst());
    }
    if (format == Format.JSON) {
      HotPathsJson.writeFiles(targets.all(), surroundings, out);
    } else {
      for (Target target : targets.all()) {
        explain(target, surroundings, program.style(), out);
      }
    }
    return targets.problems().isEmpty() ? ExitStatus.CLEAN : ExitStatus.TROUBLE;
  }

  /** A hot path whose glob describes a file. */
  record Match(HotPath hotPath, Glob glob) {}

  /** The hot paths that a file lies on by its path. */
  static List<Match> matchesOf(Target target) {
    List<Match> matches = new ArrayList<>();
    for (HotPath entry : target.configuration().analysis().hotPaths().entries()) {
      entry
        .paths()
        .stream()
        .filter(glob -> glob.matches(target.path()))
        .findFirst()
        .ifPresent(glob -> matches.add(new Match(entry, glob)));
    }
    return matches;
  }

  /** The functions of a file, in the order of the text. */
  static List<FunctionHeat> functionsOf(Target target, Surroundings surroundings) throws UnreadableSourceException {
    try {
      return FunctionHeat.of(
        target.path(),
        SyntaxTree.snapshotOf(target.language(), SourceFile.read(target.file()).text()),
        target.configuration().analysis().within(surroundings)
      );
    } catch (ParseTimeoutException tooLong) {
      throw new UnreadableSourceException("cannot be reviewed: " + tooLong.getMessage());
    }
  }

  /** The line of a function's name, counted from one. */
  static int lineOf(FunctionHeat function) {
    return function.function().nameNode().line() + 1;
  }

  private static void listAll(HotPaths hotPaths, Style style, PrintWriter out) {
    int width = hotPaths
      .entries()
      .stream()
      .mapToInt(entry -> entry.id().length())
      .max()
      .orElse(0);
    for (HotPath entry : hotPaths.entries()) {
      out.println(
        style.strong(padded(entry.id(), width)) + "  " + padded(word(entry.heat()), 8) + "  " + entry.description()
      );
    }
  }

  private static void explain(Target target, @Nullable Surroundings surroundings, Style style, PrintWriter out) {
    out.println(style.strong(target.path()));
    List<Match> matches = matchesOf(target);
    for (Match match : matches) {
      HotPath entry = match.hotPath();
      String which = entry.symbols().isEmpty() ? "" : " for the functions that it names";
      out.println(
        "  " + entry.id() + " (" + word(entry.heat()) + ")" + which + ": its glob `" + match.glob() + "` matches"
      );
    }
    if (matches.isEmpty()) {
      out.println("  no hot path names its folder or file");
    }
    if (surroundings != null) {
      try {
        functionsOf(target, surroundings).forEach(function -> explain(function, style, out));
      } catch (UnreadableSourceException unreadable) {
        out.println("  its functions are unknown: it " + unreadable.getMessage());
      }
    }
  }

  private static void explain(FunctionHeat function, Style style, PrintWriter out) {
    Heat heat = function.heat().heat();
    String reason = function.heat().reason() == null ? "" : "  " + function.heat().reason();
    String name = padded(word(heat), 8) + "  " + function.function().qualifiedName();
    out.println(
      padded(String.valueOf(lineOf(function)), 6) + (heat == Heat.COLD ? style.faint(name) : name) + style.faint(reason)
    );
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  /** As users write a heat. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
