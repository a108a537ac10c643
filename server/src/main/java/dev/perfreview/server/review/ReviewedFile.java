package dev.perfreview.server.review;

import dev.perfreview.analysis.FunctionHeat;
import dev.perfreview.heat.Heat;
import dev.perfreview.server.scan.Target;
import dev.perfreview.syntax.SourceText;
import dev.perfreview.syntax.TextRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file in both versions, reviewed.
 *
 * @param edited whether the change touches it; if not, it is here since what it calls or who calls it was changed
 * @param before the earlier version; nothing when it is new
 * @param after the later version; nothing when it was deleted
 * @param lines which lines of the later version are new; nothing when there is none
 */
public record ReviewedFile(
  boolean edited,
  @Nullable VersionReview before,
  @Nullable VersionReview after,
  @Nullable LineMap lines
) {
  /** The file: where it is, or was. */
  public Target target() {
    VersionReview known = after != null ? after : before;
    if (known == null) {
      throw new IllegalStateException("a file that is in neither version");
    }
    return known.target();
  }

  /** The functions of the later version in which lines are new or changed, the innermost of nested ones. */
  public List<FunctionHeat> editedFunctions() {
    if (after == null || lines == null || !edited) {
      return List.of();
    }
    VersionReview review = after;
    SourceText text = review.text();
    return java.util.stream.IntStream.range(0, text.lineCount())
      .filter(line -> lines.isChanged(line) && !text.line(line).isBlank())
      .mapToObj(line -> review.functionAround(codeOf(line, text)))
      .flatMap(java.util.Optional::stream)
      .distinct()
      .toList();
  }

  private static TextRange codeOf(int line, SourceText text) {
    int start = text.lineStart(line) + text.indentationOf(line).length();
    return new TextRange(start, start);
  }

  /** Those of them that are known to run often. */
  public List<FunctionHeat> editedHotFunctions() {
    return editedFunctions()
      .stream()
      .filter(function -> function.heat().heat().compareTo(Heat.UNLISTED) > 0)
      .toList();
  }
}
