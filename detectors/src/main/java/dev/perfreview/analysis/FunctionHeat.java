package dev.perfreview.analysis;

import dev.perfreview.heat.HeatAssessment;
import dev.perfreview.semantics.CodeFunction;
import dev.perfreview.semantics.SemanticModel;
import dev.perfreview.syntax.SyntaxSnapshot;
import java.util.List;

/**
 * How often a function runs.
 *
 * @param function the function
 * @param heat how often its body runs
 */
public record FunctionHeat(CodeFunction function, HeatAssessment heat) {
  /**
   * The functions of a file, in the order of the text.
   *
   * @param path the file's path from its workspace folder, with {@code /}
   * @param snapshot its syntax
   * @param settings what the configuration decides
   */
  public static List<FunctionHeat> of(String path, SyntaxSnapshot snapshot, AnalysisSettings settings) {
    SemanticModel model = LanguageSupport.of(snapshot.language()).modelOf(
      snapshot,
      path,
      settings.surroundings().workspace()
    );
    LineHeat heat = new LineHeat(path, DeclaredHeat.of(model, PragmaReader.read(snapshot)), settings);
    return model
      .functions()
      .stream()
      .map(function ->
        new FunctionHeat(function, heat.at(model.placementByUseOf(DeclaredHeat.bodyOf(function.declaration()))))
      )
      .toList();
  }
}
