package dev.perfreview.server.review;

import dev.perfreview.analysis.FunctionHeat;
import dev.perfreview.server.scan.Target;
import dev.perfreview.syntax.SourceText;
import dev.perfreview.syntax.TextRange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
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

  /**
   * The functions that the change edits, the innermost of nested ones: those of the later version with lines that are new, changed or fewer, then those
   * that are no more, as they were.
   */
  public List<FunctionHeat> editedFunctions() {
    if (!edited) {
      return List.of();
    }
    Map<String, FunctionHeat> functions = new LinkedHashMap<>();
    if (after != null && lines != null) {
      functionsAt(lines.changed(), after).forEach(function -> functions.put(nameOf(function), function));
    }
    if (before != null) {
      IntStream gone = lines == null ? IntStream.range(0, before.text().lineCount()) : lines.removed();
      for (FunctionHeat function : functionsAt(gone, before)) {
        functions.putIfAbsent(nameOf(function), laterVersionOf(function));
      }
    }
    return List.copyOf(functions.values());
  }

  private FunctionHeat laterVersionOf(FunctionHeat function) {
    return after == null
      ? function
      : after
          .functions()
          .stream()
          .filter(other -> nameOf(other).equals(nameOf(function)))
          .findFirst()
          .orElse(function);
  }

  private static String nameOf(FunctionHeat function) {
    return function.function().qualifiedName();
  }

  private static List<FunctionHeat> functionsAt(IntStream lines, VersionReview version) {
    SourceText text = version.text();
    return lines
      .filter(line -> line < text.lineCount() && !text.line(line).isBlank())
      .mapToObj(line -> version.functionAround(codeOf(line, text)))
      .flatMap(Optional::stream)
      .distinct()
      .toList();
  }

  private static TextRange codeOf(int line, SourceText text) {
    int start = text.lineStart(line) + text.indentationOf(line).length();
    return new TextRange(start, start);
  }
}
