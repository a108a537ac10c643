package dev.perfreview.server.cli;

import dev.perfreview.rule.RuleInfo;
import dev.perfreview.server.index.ReviewIndex;
import dev.perfreview.server.report.Baseline;
import dev.perfreview.server.report.Report;
import dev.perfreview.server.report.UnifiedDiff;
import dev.perfreview.server.scan.FileReviewer;
import dev.perfreview.server.scan.FixRequest;
import dev.perfreview.server.scan.Outcome;
import dev.perfreview.server.scan.Shard;
import dev.perfreview.server.scan.SideBySide;
import dev.perfreview.server.scan.Target;
import dev.perfreview.server.scan.Targets;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Reviews files and folders. */
@Command(
  name = "check",
  mixinStandardHelpOptions = true,
  header = "Review files and folders.",
  description = {
    "LEVEL is negligible, minor, moderate or significant: how much a finding matters, from what its pattern costs and how often its line runs.",
    "",
  },
  sortOptions = false
)
final class CheckCommand implements Callable<Integer> {

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // set by picocli
  private PerfReview program;

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Parameters(paramLabel = "PATH", arity = "0..*", description = "Files and folders; this folder when there is none.")
  private List<Path> places = List.of();

  @Mixin
  private final ReportOptions reporting = new ReportOptions();

  @Mixin
  private final FixOptions fixing = new FixOptions();

  @Option(
    names = "--baseline",
    paramLabel = "FILE",
    description = "Leave out the findings of FILE, an earlier report in the format json."
  )
  private @Nullable Path baseline;

  @Mixin
  private final RuleOptions rules = new RuleOptions();

  @Option(
    names = "--shard",
    paramLabel = "I/N",
    converter = ShardConverter.class,
    description = "Review the I-th of N parts of the files, as equal in size as can be; the findings of all parts are those of the whole. See also perf-review merge."
  )
  private Shard shard = Shard.WHOLE;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Baseline known = baseline == null ? Baseline.EMPTY : readBaseline(program.resolve(baseline));
    Screen screen = reporting.screen(known);
    FixRequest fixes = fixing.request(screen);
    boolean printsDifference = fixes != null && !fixes.written();
    if (printsDifference) {
      reporting.requireText("--diff prints a difference instead of a report");
    }
    PrintWriter err = spec.commandLine().getErr();
    Targets targets = Targets.of(
      places.isEmpty() ? List.of(program.folder()) : places.stream().map(program::resolve).toList(),
      program.folder()
    );
    Predicate<RuleInfo> wanted = rules.wanted(targets.ruleIds());
    ReportAssembly assembly = new ReportAssembly(program.folder());
    targets.problems().forEach(assembly::add);
    ReviewIndex index = index(targets, err);
    FileReviewer reviewer = new FileReviewer(wanted, fixes, index::of);
    review(shard.of(targets.all()), reviewer, screen, err).forEach(add -> add.accept(assembly));
    assembly.complaints().forEach(complaint -> err.println("perf-review: " + complaint));
    if (printsDifference) {
      reporting.write((format, style, out) -> out.append(UnifiedDiff.styled(assembly.differences(), style)));
      err.println("perf-review: " + assembly.summaryOfDifferences());
    } else {
      reporting.write(assembly.report());
    }
    return assembly.status();
  }

  /** Reads what is around the files, whichever of them are in this part: the findings of a file depend on the others. */
  private ReviewIndex index(Targets targets, PrintWriter err) throws InterruptedException {
    ReviewIndex index = new ReviewIndex(targets.all(), program.folder());
    try (Progress progress = new Progress("index", index.size(), terminal(err))) {
      index.read(progress::advance);
    }
    return index;
  }

  private List<Consumer<ReportAssembly>> review(
    List<Target> targets,
    FileReviewer reviewer,
    Screen screen,
    PrintWriter err
  ) throws InterruptedException {
    try (Progress progress = new Progress("review", targets.size(), terminal(err))) {
      return SideBySide.map(targets, target -> {
        Consumer<ReportAssembly> addition = additionOf(reviewer.review(target), screen);
        progress.advance();
        return addition;
      });
    }
  }

  /** What of an outcome goes into the report; the rest, such as the texts of files without findings, can be forgotten. */
  private Consumer<ReportAssembly> additionOf(Outcome outcome, Screen screen) {
    return switch (outcome) {
      case Outcome.Problem problem -> assembly -> assembly.add(problem);
      case Outcome.Reviewed reviewed -> {
        Screen.Shown shown = screen.show(reviewed);
        yield assembly -> assembly.add(shown);
      }
      case Outcome.Fixable fixable -> {
        String name = Report.nameFrom(program.folder(), fixable.before().path());
        String difference = UnifiedDiff.of(name, fixable.before().content(), fixable.after().content());
        int fixes = fixable.fixes();
        int heldBack = fixable.fixesHeldBack();
        yield assembly -> assembly.addDifference(name, difference, fixes, heldBack);
      }
    };
  }

  private @Nullable PrintWriter terminal(PrintWriter err) {
    return program.terminal().showsErrors() ? err : null;
  }

  private static Baseline readBaseline(Path file) {
    try {
      return Baseline.read(file);
    } catch (IOException | IllegalArgumentException failure) {
      throw new WrongUseException("cannot read the baseline " + file + ": " + failure.getMessage());
    }
  }
}
