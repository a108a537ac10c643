package dev.perfreview.server.cli;

import dev.perfreview.analysis.AllRules;
import dev.perfreview.analysis.RuleDocs;
import dev.perfreview.heat.Impact;
import dev.perfreview.rule.Applicability;
import dev.perfreview.server.index.ReviewIndex;
import dev.perfreview.server.report.Baseline;
import dev.perfreview.server.report.GitHubReport;
import dev.perfreview.server.report.JsonReport;
import dev.perfreview.server.report.MarkdownReport;
import dev.perfreview.server.report.Report;
import dev.perfreview.server.report.ReportFormat;
import dev.perfreview.server.report.SarifReport;
import dev.perfreview.server.report.Style;
import dev.perfreview.server.report.TextReport;
import dev.perfreview.server.scan.FileReviewer;
import dev.perfreview.server.scan.Outcome;
import dev.perfreview.server.scan.SideBySide;
import dev.perfreview.server.scan.Targets;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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

  /** How the report is written; the names are the values of the option. */
  enum Format {
    /** For a person at a terminal. */
    TEXT,
    /** For a program, and as a baseline. */
    JSON,
    /** For code hosts and editors. */
    SARIF,
    /** For a comment on a change. */
    MARKDOWN,
    /** For a step of a GitHub workflow. */
    GITHUB,
  }

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // set by picocli
  private PerfReview program;

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Parameters(paramLabel = "PATH", arity = "0..*", description = "Files and folders; this folder when there is none.")
  private List<Path> places = List.of();

  @Option(
    names = "--format",
    paramLabel = "FORMAT",
    defaultValue = "text",
    description = "text, json, sarif, markdown or github. Default: ${DEFAULT-VALUE}."
  )
  private Format format = Format.TEXT;

  @Option(names = "--output", paramLabel = "FILE", description = "Write the report to FILE.")
  private @Nullable Path output;

  @Option(
    names = "--min-impact",
    paramLabel = "LEVEL",
    converter = ImpactOption.Converter.class,
    completionCandidates = ImpactOption.Candidates.class,
    description = "Show findings from this impact up. Default: minor, or what the configuration says if that is higher."
  )
  private @Nullable Impact minimumImpact;

  @Option(
    names = "--fail-on",
    paramLabel = "LEVEL",
    defaultValue = "significant",
    converter = ImpactOption.Converter.class,
    completionCandidates = ImpactOption.Candidates.class,
    description = "Exit with status 1 when there are findings of this impact or a higher one, which are then always shown. Default: ${DEFAULT-VALUE}."
  )
  private Impact failOn = Impact.SIGNIFICANT;

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
    review(targets, new Screen(minimumImpact, failOn, known), err).forEach(add -> add.accept(assembly));
    assembly.complaints().forEach(complaint -> err.println("perf-review: " + complaint));
    write(assembly.report());
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

  private void write(Report report) throws IOException {
    if (output == null) {
      formatter(program.style()).write(report, spec.commandLine().getOut());
      return;
    }
    Path file = program.resolve(output);
    try (Writer writer = Files.newBufferedWriter(file)) {
      formatter(Style.PLAIN).write(report, writer);
    } catch (IOException failure) {
      throw new WrongUseException("cannot write " + file + ": " + failure.getMessage());
    }
  }

  private ReportFormat formatter(Style style) {
    return switch (format) {
      case TEXT -> new TextReport(style, program.terminal().columns());
      case JSON -> new JsonReport(ProgramVersion.current());
      case SARIF -> new SarifReport(ProgramVersion.current(), AllRules.infos(), RuleDocs::markdownOf);
      case MARKDOWN -> new MarkdownReport();
      case GITHUB -> new GitHubReport();
    };
  }

  private static Baseline readBaseline(Path file) {
    try {
      return Baseline.read(file);
    } catch (IOException | IllegalArgumentException failure) {
      throw new WrongUseException("cannot read the baseline " + file + ": " + failure.getMessage());
    }
  }
}
