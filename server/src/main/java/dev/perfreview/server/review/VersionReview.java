package dev.perfreview.server.review;

import dev.perfreview.analysis.FunctionHeat;
import dev.perfreview.analysis.ReportedFinding;
import dev.perfreview.server.scan.Target;
import dev.perfreview.syntax.SourceText;
import dev.perfreview.syntax.TextRange;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What was found in one version of a file.
 *
 * @param target the file
 * @param text what it says in this version
 * @param findings in the order of the text
 * @param functions how often each of its functions runs, in the order of the text
 */
public record VersionReview(
  Target target,
  SourceText text,
  List<ReportedFinding> findings,
  List<FunctionHeat> functions
) {
  /** The innermost function around a span. */
  Optional<FunctionHeat> functionAround(TextRange range) {
    return functions
      .stream()
      .filter(function -> function.function().declaration().range().contains(range))
      .min(Comparator.comparingInt(function -> function.function().declaration().range().length()));
  }
}
