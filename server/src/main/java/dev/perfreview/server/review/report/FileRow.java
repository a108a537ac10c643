package dev.perfreview.server.review.report;

import dev.perfreview.analysis.FunctionHeat;
import dev.perfreview.heat.Heat;
import dev.perfreview.server.report.Report;
import dev.perfreview.server.review.ReviewedFile;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * A file of a change and how hot what is edited in it is.
 *
 * @param path where it is, or was, from the root of the change
 * @param what what the change does to it
 * @param hotPaths the hot paths that the edited functions lie on
 * @param heat how often the hottest of them runs
 * @param functions the names of those that run often
 */
record FileRow(String path, String what, Set<String> hotPaths, Heat heat, List<String> functions) {
  static FileRow of(ReviewedFile file, ChangeReport report) {
    Set<String> hotPaths = new LinkedHashSet<>();
    List<FunctionHeat> edited = file.editedFunctions();
    List<FunctionHeat> hot = edited
      .stream()
      .filter(function -> function.heat().heat().compareTo(Heat.UNLISTED) > 0)
      .toList();
    hot
      .stream()
      .map(function -> function.heat().hotPath())
      .filter(Objects::nonNull)
      .forEach(hotPaths::add);
    Heat heat = edited
      .stream()
      .map(function -> function.heat().heat())
      .max(Heat::compareTo)
      .orElse(Heat.COLD);
    return new FileRow(
      pathOf(file, report),
      whatOf(file, report),
      hotPaths,
      heat,
      hot
        .stream()
        .map(function -> function.function().qualifiedName())
        .toList()
    );
  }

  /** The path of a file that was reviewed, as {@link #path} has it. */
  static String pathOf(ReviewedFile file, ChangeReport report) {
    return Report.nameFrom(report.review().change().root(), file.target().file());
  }

  private static String whatOf(ReviewedFile file, ChangeReport report) {
    if (!file.edited()) {
      return "not edited";
    }
    if (file.before() == null) {
      return "new";
    }
    if (file.after() == null) {
      return "deleted";
    }
    String before = Report.nameFrom(report.review().change().root(), file.before().target().file());
    return before.equals(pathOf(file, report)) ? "edited" : "moved from " + before;
  }

  /** How often the edited code runs, in words. */
  String heatInWords() {
    return switch (heat) {
      case COLD -> "runs rarely";
      case UNLISTED -> "not known to be hot";
      case REQUEST, STEP, TOKEN -> "each " + heat.name().toLowerCase(Locale.ROOT);
    };
  }
}
