package dev.perfreview.server.cli;

import dev.perfreview.rule.RuleInfo;
import dev.perfreview.server.index.ReviewIndex;
import dev.perfreview.server.report.Baseline;
import dev.perfreview.server.report.BaselineMatch;
import dev.perfreview.server.report.UnifiedDiff;
import dev.perfreview.server.review.ChangedLines;
import dev.perfreview.server.scan.FileReviewer;
import dev.perfreview.server.scan.FixRequest;
import dev.perfreview.server.scan.Shard;
import dev.perfreview.server.scan.Target;
import dev.perfreview.server.scan.Targets;
import java.io.IOException;
import java.io.PrintWriter;
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
    description = "Leave out the findings of FILE: what perf-review baseline wrote, or an earlier report in the format json."
  )
  private @Nullable Path baseline;

  @Mixin
  private final ChangedOptions changed = new ChangedOptions();

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
    ChangedLines lines = changed.lines(program.folder());
    Screen screen = reporting.screen(baseline(), lines);
    FixRequest fixes = fixing.request(screen);
    boolean printsDifference = fixes != null && !fixes.written();
    if (printsDifference) {
      reporting.requireText("--diff prints a difference instead of a report");
    }
    PrintWriter err = spec.commandLine().getErr();
    Targets targets = Targets.of(program.placesOrHere(places), program.folder());
    Predicate<RuleInfo> wanted = rules.wanted(targets.ruleIds());
    ReportAssembly assembly = new ReportAssembly(program.folder());
    targets.problems().forEach(assembly::add);
    FileScan scan = new FileScan(program.folder(), program.terminal().showsErrors() ? err : null);
    ReviewIndex index = scan.index(targets);
    List<Target> reviewed = shard
      .of(targets.all())
      .stream()
      .filter(target -> lines == null || lines.touches(target.file()))
      .toList();
    scan.review(reviewed, new FileReviewer(wanted, fixes, index::of), screen, assembly);
    assembly.complaints().forEach(complaint -> err.println("perf-review: " + complaint));
    if (printsDifference) {
      reporting.write((format, style, out) -> out.append(UnifiedDiff.styled(assembly.differences(), style)));
      err.println("perf-review: " + assembly.summaryOfDifferences());
    } else {
      reporting.write(assembly.report());
    }
    return assembly.status(screen);
  }

  private BaselineMatch baseline() {
    if (baseline == null) {
      return new BaselineMatch(Baseline.EMPTY, program.folder());
    }
    Path file = program.resolve(baseline);
    Path folder = file.getParent();
    try {
      return new BaselineMatch(Baseline.read(file), folder == null ? program.folder() : folder);
    } catch (IOException failure) {
      throw WrongUseException.unreadable("the baseline " + file, failure);
    } catch (IllegalArgumentException broken) {
      throw new WrongUseException("cannot read the baseline " + file + ": " + broken.getMessage());
    }
  }
}
