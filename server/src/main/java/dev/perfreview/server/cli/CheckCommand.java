package dev.perfreview.server.cli;

import dev.perfreview.rule.Applicability;
import dev.perfreview.server.index.ReviewIndex;
import dev.perfreview.server.report.Baseline;
import dev.perfreview.server.scan.FileReviewer;
import dev.perfreview.server.scan.Outcome;
import dev.perfreview.server.scan.SideBySide;
import dev.perfreview.server.scan.Targets;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
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

  @Option(names = "--fix", description = "Apply the fixes that keep the meaning, then review what is left.")
  private boolean fix;

  @Option(names = "--unsafe-fixes", description = "With --fix: apply also those that need a reader's eye.")
  private boolean unsafeFixes;

  @Option(
    names = "--baseline",
    paramLabel = "FILE",
    description = "Leave out the findings of FILE, an earlier report in the format json."
  )
  private @Nullable Path baseline;

  @Option(names = "--select", paramLabel = "RULE", split = ",", description = "Run these rules only.")
  private Set<String> selected = new LinkedHashSet<>();

  @Option(names = "--ignore", paramLabel = "RULE", split = ",", description = "Do not run these rules.")
  private Set<String> ignored = new LinkedHashSet<>();

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (unsafeFixes && !fix) {
      throw new WrongUseException("--unsafe-fixes says which fixes --fix applies, so it needs --fix");
    }
    Baseline known = baseline == null ? Baseline.EMPTY : readBaseline(program.resolve(baseline));
    PrintWriter err = spec.commandLine().getErr();
    Targets targets = Targets.of(
      places.isEmpty() ? List.of(program.folder()) : places.stream().map(program::resolve).toList(),
      program.folder()
    );
    RuleIds.check(selected, targets.ruleIds());
    RuleIds.check(ignored, targets.ruleIds());
    ReportAssembly assembly = new ReportAssembly(program.folder());
    targets.problems().forEach(assembly::add);
    review(targets, reporting.screen(known), err).forEach(add -> add.accept(assembly));
    assembly.complaints().forEach(complaint -> err.println("perf-review: " + complaint));
    reporting.write(assembly.report());
    return assembly.status();
  }

  private List<Consumer<ReportAssembly>> review(Targets targets, Screen screen, PrintWriter err)
    throws InterruptedException {
    ReviewIndex index = new ReviewIndex(targets.all(), program.folder());
    FileReviewer reviewer = new FileReviewer(
      rule -> (selected.isEmpty() || selected.contains(rule.id())) && !ignored.contains(rule.id()),
      !fix ? null : unsafeFixes ? Applicability.UNSAFE : Applicability.SAFE,
      index::of
    );
    PrintWriter terminal = program.terminal().showsErrors() ? err : null;
    try (Progress progress = new Progress("index", index.size(), terminal)) {
      index.read(progress::advance);
    }
    try (Progress progress = new Progress("review", targets.all().size(), terminal)) {
      return SideBySide.map(targets.all(), target -> {
        Consumer<ReportAssembly> addition = switch (reviewer.review(target)) {
          case Outcome.Problem problem -> assembly -> assembly.add(problem);
          case Outcome.Reviewed reviewed -> {
            Screen.Shown shown = screen.show(reviewed);
            yield assembly -> assembly.add(shown);
          }
        };
        progress.advance();
        return addition;
      });
    }
  }

  private static Baseline readBaseline(Path file) {
    try {
      return Baseline.read(file);
    } catch (IOException | IllegalArgumentException failure) {
      throw new WrongUseException("cannot read the baseline " + file + ": " + failure.getMessage());
    }
  }
}
