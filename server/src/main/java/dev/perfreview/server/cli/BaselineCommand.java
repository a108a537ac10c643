package dev.perfreview.server.cli;

import dev.perfreview.heat.Impact;
import dev.perfreview.rule.RuleInfo;
import dev.perfreview.server.index.ReviewIndex;
import dev.perfreview.server.report.Baseline;
import dev.perfreview.server.report.BaselineFile;
import dev.perfreview.server.report.BaselineMatch;
import dev.perfreview.server.report.Report;
import dev.perfreview.server.scan.FileReviewer;
import dev.perfreview.server.scan.Targets;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Writes down the findings that there are, so that `check --baseline` shows only new ones. */
@Command(
  name = "baseline",
  mixinStandardHelpOptions = true,
  header = "Write down the findings that there are, so that only new ones are shown.",
  description = {
    "The file holds a line for each finding, known by its rule and its code, so that it stays true while code is edited, moved and formatted. Keep it with the code, and give it to `perf-review check --baseline`.",
    "",
  },
  sortOptions = false
)
final class BaselineCommand implements Callable<Integer> {

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // set by picocli
  private PerfReview program;

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Parameters(paramLabel = "PATH", arity = "0..*", description = "Files and folders; this folder when there is none.")
  private List<Path> places = List.of();

  @Option(
    names = "--output",
    paramLabel = "FILE",
    defaultValue = "perf-review-baseline.json",
    description = "The file to write; its paths are told from its folder. Default: ${DEFAULT-VALUE}."
  )
  private Path output = Path.of("perf-review-baseline.json");

  @Option(
    names = "--min-impact",
    paramLabel = "LEVEL",
    converter = ImpactOption.Converter.class,
    completionCandidates = ImpactOption.Candidates.class,
    description = "Write down findings from this impact up, as check shows them. Default: minor, or what the configuration says if that is higher."
  )
  private @Nullable Impact minimumImpact;

  @Mixin
  private final RuleOptions rules = new RuleOptions();

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    Path file = program.resolve(output);
    Path parent = file.getParent();
    Path folder = parent == null ? file : parent;
    Targets targets = Targets.of(program.placesOrHere(places), program.folder());
    Predicate<RuleInfo> wanted = rules.wanted(targets.ruleIds());
    FileScan scan = new FileScan(program.folder(), program.terminal().showsErrors() ? err : null);
    ReviewIndex index = scan.index(targets);
    ReportAssembly assembly = new ReportAssembly(program.folder());
    targets.problems().forEach(assembly::add);
    Screen screen = new Screen(
      minimumImpact,
      Impact.SIGNIFICANT,
      new BaselineMatch(Baseline.EMPTY, program.folder()),
      null
    );
    scan.review(targets.all(), new FileReviewer(wanted, null, index::of), screen, assembly);
    assembly.complaints().forEach(complaint -> err.println("perf-review: " + complaint));
    Report report = assembly.report();
    try (Writer writer = Files.newBufferedWriter(file)) {
      new BaselineFile(folder).write(report, writer);
    } catch (IOException failure) {
      throw WrongUseException.unwritable(file, failure);
    }
    spec
      .commandLine()
      .getOut()
      .println(
        report.nameOf(file) +
          " holds " +
          counted(report.size(), "finding") +
          " in " +
          counted(report.filesReviewed(), "file")
      );
    return report.problems().isEmpty() ? ExitStatus.CLEAN : ExitStatus.TROUBLE;
  }

  private static String counted(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }
}
