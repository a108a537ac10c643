package dev.perfreview.server.scan;

import dev.perfreview.analysis.AnalysisResult;
import dev.perfreview.analysis.AnalysisSettings;
import dev.perfreview.analysis.Analyzer;
import dev.perfreview.analysis.Cancellation;
import dev.perfreview.analysis.FixApplier;
import dev.perfreview.analysis.Surroundings;
import dev.perfreview.rule.RuleInfo;
import dev.perfreview.server.disk.FailureReason;
import dev.perfreview.syntax.ParseTimeoutException;
import dev.perfreview.syntax.SyntaxSnapshot;
import dev.perfreview.syntax.SyntaxTree;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reviews one file after the other, and fixes it first, or only works out the fixes, where that is asked for. Thread-safe.
 *
 * @param selected which rules the user asked for, among those that the configuration allows
 * @param fixes which fixes are wanted; nothing to leave the files as they are
 * @param surroundings the files around each
 */
public record FileReviewer(
  Predicate<RuleInfo> selected,
  @Nullable FixRequest fixes,
  Function<Target, Surroundings> surroundings
) {
  /** Reviews a file; whatever is wrong with it, the answer says so and nothing is thrown. */
  public Outcome review(Target target) {
    try {
      return reviewReadable(target, SourceFile.read(target.file()));
    } catch (UnreadableSourceException unreadable) {
      return new Outcome.Problem(target.file(), String.valueOf(unreadable.getMessage()));
    } catch (ChangedMeanwhileException changed) {
      return new Outcome.Problem(target.file(), String.valueOf(changed.getMessage()));
    } catch (IOException failure) {
      return new Outcome.Problem(target.file(), "cannot be written: " + FailureReason.of(failure));
    } catch (ParseTimeoutException tooLong) {
      return new Outcome.Problem(target.file(), "cannot be reviewed: " + tooLong.getMessage());
    } catch (RuntimeException | StackOverflowError failure) {
      return new Outcome.Problem(target.file(), "cannot be reviewed, which is a fault of perf-review: " + failure);
    }
  }

  private Outcome reviewReadable(Target target, SourceFile source) throws IOException, ChangedMeanwhileException {
    AnalysisSettings configured = target.configuration().analysis();
    if (!target.configuration().enabled()) {
      return new Outcome.Reviewed(target, source.text(), List.of(), List.of(), 0, 0);
    }
    AnalysisSettings settings = configured.restrictedTo(selected).within(surroundings.apply(target));
    String path = target.path();
    SourceFile reviewed = source;
    int fixesApplied = 0;
    int fixesHeldBack = 0;
    if (fixes != null) {
      FixApplier.Fixed fixed = fixes.apply(target, source.text(), settings);
      fixesApplied = fixed.fixesApplied();
      fixesHeldBack = fixed.heldBack();
      if (!fixes.written()) {
        return new Outcome.Fixable(source, source.with(fixed.text()), fixesApplied, fixesHeldBack);
      }
      reviewed = fixesApplied > 0 ? source.write(fixed.text()) : source;
    }
    SyntaxSnapshot snapshot = SyntaxTree.snapshotOf(target.language(), reviewed.text());
    AnalysisResult result = Analyzer.analyze(path, snapshot, settings, Cancellation.NEVER);
    return new Outcome.Reviewed(
      target,
      snapshot.text(),
      result.findings(),
      result.failures(),
      fixesApplied,
      fixesHeldBack
    );
  }
}
