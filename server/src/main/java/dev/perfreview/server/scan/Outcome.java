package dev.perfreview.server.scan;

import dev.perfreview.analysis.AnalysisResult.RuleFailure;
import dev.perfreview.analysis.ReportedFinding;
import dev.perfreview.syntax.SourceText;
import java.nio.file.Path;
import java.util.List;

/** What reviewing a file came to. */
public sealed interface Outcome {
  /**
   * A file that was reviewed.
   *
   * @param target the file
   * @param text what was reviewed: after fixes, where they were asked for
   * @param findings in the order of the text
   * @param failures rules that threw
   * @param fixesApplied how many fixes were written to the file
   * @param fixesHeldBack how many were not, for a syntax error is near to them
   */
  record Reviewed(
    Target target,
    SourceText text,
    List<ReportedFinding> findings,
    List<RuleFailure> failures,
    int fixesApplied,
    int fixesHeldBack
  ) implements Outcome {}

  /**
   * A file with the fixes that could be applied to it. It was not changed.
   *
   * @param before the file as it is
   * @param after the same with the fixes
   * @param fixes how many there are
   * @param fixesHeldBack how many more there are that have a syntax error near to them
   */
  record Fixable(SourceFile before, SourceFile after, int fixes, int fixesHeldBack) implements Outcome {}

  /**
   * A file or folder that could not be reviewed, or a configuration that could not be read in full.
   *
   * @param path which
   * @param message what is wrong with it, to be read after its name
   */
  record Problem(Path path, String message) implements Outcome {}
}
