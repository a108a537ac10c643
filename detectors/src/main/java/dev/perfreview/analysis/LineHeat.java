package dev.perfreview.analysis;

import dev.perfreview.heat.FileHeat;
import dev.perfreview.heat.Heat;
import dev.perfreview.heat.HeatAssessment;
import dev.perfreview.semantics.CodeFunction;
import dev.perfreview.semantics.Placement;
import org.jspecify.annotations.Nullable;

/** How often the lines of one file run: by comments of its own, else by the hot paths, else by whoever calls the function. */
final class LineHeat {

  private final String path;
  private final DeclaredHeat declared;
  private final AnalysisSettings settings;

  /** Worked out for the first line that is asked for: most files have no finding. */
  private @Nullable FileHeat listed;

  LineHeat(String path, DeclaredHeat declared, AnalysisSettings settings) {
    this.path = path;
    this.declared = declared;
    this.settings = settings;
  }

  /** How often a line runs. */
  HeatAssessment at(Placement placement) {
    HeatAssessment byComment = declared.at(placement);
    if (byComment != null) {
      return byComment;
    }
    if (listed == null) {
      listed = settings.hotPaths().of(path);
    }
    HeatAssessment own = listed.assess(placement);
    CodeFunction function = placement.function();
    if (own.heat() != Heat.UNLISTED || function == null) {
      return own;
    }
    HeatAssessment called = settings.surroundings().heatByCalls(settings.hotPaths()).of(path, function.qualifiedName());
    return called == null || called.reason() == null
      ? own
      : HeatAssessment.of(called.heat(), placement.recurrence(), called.reason(), called.hotPath());
  }
}
