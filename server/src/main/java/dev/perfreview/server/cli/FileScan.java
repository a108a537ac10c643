package dev.perfreview.server.cli;

import dev.perfreview.server.index.ReviewIndex;
import dev.perfreview.server.report.Report;
import dev.perfreview.server.report.UnifiedDiff;
import dev.perfreview.server.scan.FileReviewer;
import dev.perfreview.server.scan.Outcome;
import dev.perfreview.server.scan.SideBySide;
import dev.perfreview.server.scan.Target;
import dev.perfreview.server.scan.Targets;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Goes through many files, with a bar on the terminal that tells how far it has come.
 *
 * @param folder where the program was called
 * @param terminal where the bar is drawn; nothing to draw none
 */
record FileScan(Path folder, @Nullable PrintWriter terminal) {
  /** Reads what is around the files, whichever of them are reviewed: the findings of a file depend on the others. */
  ReviewIndex index(Targets targets) throws InterruptedException {
    ReviewIndex index = new ReviewIndex(targets.all(), folder);
    try (Progress progress = new Progress("index", index.size(), terminal)) {
      index.read(progress::advance);
    }
    return index;
  }

  /** Reviews files, and puts what is shown of them together in their order. */
  void review(List<Target> targets, FileReviewer reviewer, Screen screen, ReportAssembly assembly)
    throws InterruptedException {
    List<Consumer<ReportAssembly>> additions;
    try (Progress progress = new Progress("review", targets.size(), terminal)) {
      additions = SideBySide.map(targets, target -> {
        Consumer<ReportAssembly> addition = additionOf(reviewer.review(target), screen);
        progress.advance();
        return addition;
      });
    }
    additions.forEach(add -> add.accept(assembly));
    assembly.leaveOutMoved(screen.baseline());
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
        String name = Report.nameFrom(folder, fixable.before().path());
        String difference = UnifiedDiff.of(name, fixable.before().content(), fixable.after().content());
        int fixes = fixable.fixes();
        int heldBack = fixable.fixesHeldBack();
        yield assembly -> assembly.addDifference(name, difference, fixes, heldBack);
      }
    };
  }
}
