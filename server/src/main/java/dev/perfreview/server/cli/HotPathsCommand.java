package dev.perfreview.server.cli;

import dev.perfreview.analysis.FunctionHeat;
import dev.perfreview.analysis.Surroundings;
import dev.perfreview.heat.Glob;
import dev.perfreview.heat.Heat;
import dev.perfreview.heat.HeatAssessment;
import dev.perfreview.heat.HotPath;
import dev.perfreview.heat.HotPaths;
import dev.perfreview.semantics.CodeFunction;
import dev.perfreview.server.index.ReviewIndex;
import dev.perfreview.server.report.Style;
import dev.perfreview.server.scan.Outcome;
import dev.perfreview.server.scan.SourceFile;
import dev.perfreview.server.scan.Target;
import dev.perfreview.server.scan.Targets;
import dev.perfreview.server.scan.UnreadableSourceException;
import dev.perfreview.syntax.SyntaxTree;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
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

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    if (place == null) {
      listAll(program.configuration().configuration().analysis().hotPaths(), program.style(), out);
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
    for (Target target : targets.all()) {
      explain(target, surroundings, program.style(), out);
    }
    return targets.problems().isEmpty() ? ExitStatus.CLEAN : ExitStatus.TROUBLE;
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
    HotPaths hotPaths = target.configuration().analysis().hotPaths();
    String path = target.path();
    out.println(style.strong(path));
    boolean any = false;
    for (HotPath entry : hotPaths.entries()) {
      for (Glob glob : entry.paths()) {
        if (glob.matches(path)) {
          any = true;
          String which = entry.symbols().isEmpty() ? "" : " for the functions that it names";
          out.println(
            "  " + entry.id() + " (" + word(entry.heat()) + ")" + which + ": its glob `" + glob + "` matches"
          );
          break;
        }
      }
    }
    if (!any) {
      out.println("  no hot path names its folder or file");
    }
    if (surroundings != null) {
      try {
        explainFunctions(target, surroundings, style, out);
      } catch (UnreadableSourceException unreadable) {
        out.println("  its functions are unknown: it " + unreadable.getMessage());
      }
    }
  }

  private static void explainFunctions(Target target, Surroundings surroundings, Style style, PrintWriter out)
    throws UnreadableSourceException {
    SourceFile source = SourceFile.read(target.file());
    List<FunctionHeat> functions = FunctionHeat.of(
      target.path(),
      SyntaxTree.snapshotOf(target.language(), source.text()),
      target.configuration().analysis().within(surroundings)
    );
    for (FunctionHeat each : functions) {
      CodeFunction function = each.function();
      HeatAssessment assessment = each.heat();
      int line = function.nameNode().line() + 1;
      String reason = assessment.reason() == null ? "" : "  " + assessment.reason();
      String name = padded(word(assessment.heat()), 8) + "  " + function.qualifiedName();
      out.println(
        padded(String.valueOf(line), 6) +
          (assessment.heat() == Heat.COLD ? style.faint(name) : name) +
          style.faint(reason)
      );
    }
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
