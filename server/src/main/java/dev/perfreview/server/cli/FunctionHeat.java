package dev.perfreview.server.cli;

import dev.perfreview.analysis.LanguageSupport;
import dev.perfreview.analysis.Surroundings;
import dev.perfreview.heat.FileHeat;
import dev.perfreview.heat.Heat;
import dev.perfreview.heat.HeatAssessment;
import dev.perfreview.heat.HotPaths;
import dev.perfreview.semantics.CodeFunction;
import dev.perfreview.semantics.SemanticModel;
import dev.perfreview.server.scan.SourceFile;
import dev.perfreview.server.scan.Target;
import dev.perfreview.server.scan.UnreadableSourceException;
import dev.perfreview.syntax.SyntaxNode;
import dev.perfreview.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How often a function runs, and why.
 *
 * @param line the line of its name, counted from one
 * @param name its name with those around it
 * @param assessment its heat with the reason
 */
record FunctionHeat(int line, String name, HeatAssessment assessment) {
  /**
   * The functions of a file, in the order of the text.
   *
   * @param surroundings the files around it
   * @throws UnreadableSourceException if the file cannot be read
   */
  static List<FunctionHeat> of(Target target, Surroundings surroundings) throws UnreadableSourceException {
    HotPaths hotPaths = target.configuration().analysis().hotPaths();
    FileHeat heat = hotPaths.of(target.path());
    SourceFile source = SourceFile.read(target.file());
    SemanticModel model = LanguageSupport.of(target.language()).modelOf(
      SyntaxTree.snapshotOf(target.language(), source.text().string()),
      target.path(),
      surroundings.workspace()
    );
    List<FunctionHeat> functions = new ArrayList<>();
    for (CodeFunction function : model.functions()) {
      HeatAssessment assessment = heat.assess(model.placementOf(bodyOf(function)));
      if (assessment.heat() == Heat.UNLISTED) {
        HeatAssessment called = surroundings.heatByCalls(hotPaths).of(target.path(), function.qualifiedName());
        assessment = called == null ? assessment : called;
      }
      functions.add(new FunctionHeat(function.nameNode().line() + 1, function.qualifiedName(), assessment));
    }
    return functions;
  }

  private static SyntaxNode bodyOf(CodeFunction function) {
    @Nullable
    SyntaxNode body = function.declaration().field("body");
    return body == null ? function.declaration() : body;
  }
}
