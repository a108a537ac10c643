package dev.perfreview.python;

import dev.perfreview.semantics.CodeFunction;
import dev.perfreview.semantics.Placement;
import dev.perfreview.semantics.SemanticModel;
import dev.perfreview.syntax.SyntaxNode;
import dev.perfreview.syntax.SyntaxSnapshot;
import java.util.List;

/** What rules ask about a Python file. */
public final class PythonModel implements SemanticModel {

  private final SyntaxSnapshot syntax;

  /** Builds the model of a file. */
  public PythonModel(SyntaxSnapshot syntax) {
    this.syntax = syntax;
  }

  @Override
  public SyntaxSnapshot syntax() {
    return syntax;
  }

  @Override
  public List<CodeFunction> functions() {
    return List.of();
  }

  @Override
  public Placement placementOf(SyntaxNode node) {
    return new Placement(null, false, null);
  }
}
