package dev.perfreview.server.review;

import dev.perfreview.analysis.ReportedFinding;
import dev.perfreview.server.report.FindingCode;
import dev.perfreview.syntax.SourceText;
import dev.perfreview.syntax.TextRange;

/**
 * A finding in a version of a file, with what it is known again by when the code has moved.
 *
 * @param review the version
 * @param reported the finding
 * @param function the full name of the function that it stands in; empty at the top of the file
 * @param code the code at fault as {@link FindingCode#evened} leaves it
 * @param statement the lines that it stands on, likewise
 */
public record LocatedFinding(
  VersionReview review,
  ReportedFinding reported,
  String function,
  String code,
  String statement
) {
  /** A finding of a version. */
  static LocatedFinding of(VersionReview review, ReportedFinding reported) {
    SourceText text = review.text();
    TextRange range = reported.finding().range();
    int end = text.lineEnd(text.lineOf(Math.max(range.start(), range.end() - 1)));
    TextRange lines = new TextRange(text.lineStart(text.lineOf(range.start())), Math.max(end, range.end()));
    return new LocatedFinding(
      review,
      reported,
      review
        .functionAround(range)
        .map(function -> function.function().qualifiedName())
        .orElse(""),
      FindingCode.evened(text.substring(range)),
      FindingCode.evened(text.substring(lines))
    );
  }

  /** The zero-based line that it starts on. */
  public int line() {
    return review.text().lineOf(reported.finding().range().start());
  }

  /** The last part of the function's name. */
  String simpleFunction() {
    return function.substring(function.lastIndexOf('.') + 1);
  }
}
