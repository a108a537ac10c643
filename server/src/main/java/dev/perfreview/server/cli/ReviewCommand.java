package dev.perfreview.server.cli;

import dev.perfreview.server.review.Change;
import dev.perfreview.server.review.ChangeReview;
import dev.perfreview.server.review.ChangeReviewer;
import dev.perfreview.server.review.FindingChange;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Reviews a change. */
@Command(name = "review", mixinStandardHelpOptions = true, header = "Review a change.", sortOptions = false)
final class ReviewCommand implements Callable<Integer> {

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // set by picocli
  private PerfReview program;

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Mixin
  private ReviewedChange reviewed = new ReviewedChange();

  @Override
  public Integer call() throws IOException, InterruptedException {
    long t0 = System.nanoTime();
    Change change = reviewed.read(program);
    long t1 = System.nanoTime();
    ChangeReview review = new ChangeReviewer(program.folder(), rule -> true, () -> {}).review(change);
    long t2 = System.nanoTime();
    var out = spec.commandLine().getOut();
    out.println(change.base() + " -> " + change.head() + " " + change.paths().size() + " paths, " + change.sources().size() + " sources; files reviewed " + review.files().size() + " " + (t1 - t0) / 1000000 + " ms read, " + (t2 - t1) / 1000000 + " ms review");
    for (FindingChange finding : review.findings()) {
      if (finding.state() != FindingChange.State.KNOWN && finding.impact().ordinal() > 0) {
        var at = finding.finding();
        out.println(finding.state() + (finding.isLouder() ? " louder" : "") + " " + finding.impact().word() + " " + at.review().target().path() + ":" + (at.line() + 1) + " " + at.reported().rule().id() + " " + at.reported().message());
      }
    }
    out.println(review.impact().word() + " " + review.problems());
    return 0;
  }
}
