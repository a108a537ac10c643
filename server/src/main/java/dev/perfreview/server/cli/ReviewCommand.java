package dev.perfreview.server.cli;

import dev.perfreview.heat.Impact;
import dev.perfreview.rule.RuleInfo;
import dev.perfreview.server.configuration.Configuration;
import dev.perfreview.server.report.Baseline;
import dev.perfreview.server.report.BaselineMatch;
import dev.perfreview.server.review.ChangeReview;
import dev.perfreview.server.review.ChangeReviewer;
import dev.perfreview.server.review.Checklist;
import dev.perfreview.server.review.report.ChangeReport;
import dev.perfreview.server.scan.ProblemSentences;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Reviews a change. */
@Command(
  name = "review",
  mixinStandardHelpOptions = true,
  header = "Review a change.",
  description = {
    "Tells what the change from BASE to the files as they are now does to performance: findings that it brings and that it ends, which hot paths it touches, the reviewer's ten questions, and one overall impact.",
    "",
  },
  sortOptions = false
)
final class ReviewCommand implements Callable<Integer> {

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // set by picocli
  private PerfReview program;

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Mixin
  private ReviewedChange reviewed = new ReviewedChange();

  @Mixin
  private ReportOptions reporting = new ReportOptions();

  @Mixin
  private RuleOptions selection = new RuleOptions();

  @Option(
    names = "--benchmark-note",
    paramLabel = "TEXT",
    description = "What was measured, as an answer to the question whether the change was benchmarked."
  )
  private @Nullable String benchmarkNote;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Predicate<RuleInfo> rules = selection.wanted(program.configuration().configuration().ruleIds());
    PrintWriter err = spec.commandLine().getErr();
    PrintWriter terminal = program.terminal().showsErrors() ? err : null;
    ChangeReview review;
    try (PhasedProgress progress = new PhasedProgress(terminal)) {
      ChangeReviewer reviewer = new ChangeReviewer(program.folder(), Configuration.standard(), rules, progress);
      reviewer.lookAhead();
      review = reviewer.review(reviewed.read(program));
    }
    Screen screen = reporting.screen(new BaselineMatch(Baseline.EMPTY, program.folder()), null);
    Impact least = screen.leastShown(program.configuration().configuration());
    ChangeReport report = new ChangeReport(review, Checklist.of(review, benchmarkNote), least, program.folder());
    complain(report, err);
    reporting.write((format, style, out) -> format.ofChange(style, program.terminal().columns()).write(report, out));
    return !review.problems().isEmpty()
      ? ExitStatus.TROUBLE
      : review.impact().compareTo(screen.failOn()) >= 0
        ? ExitStatus.FINDINGS
        : ExitStatus.CLEAN;
  }

  private static void complain(ChangeReport report, PrintWriter err) {
    ProblemSentences.of(report.review().problems(), report.asReport(report.ended())::nameOf).forEach(sentence ->
      err.println("perf-review: " + sentence)
    );
    report
      .review()
      .failures()
      .forEach(failure -> err.println("perf-review: rule " + failure.ruleId() + " failed: " + failure.reason()));
  }
}
