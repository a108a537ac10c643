package dev.perfreview.python.rules;

import dev.perfreview.python.Binding;
import dev.perfreview.python.Loops;
import dev.perfreview.python.PythonModel;
import dev.perfreview.python.Scope;
import dev.perfreview.python.Variable;
import dev.perfreview.syntax.SyntaxNode;
import java.util.List;
import java.util.Set;

/** What the code tells of how long a list gets. */
final class ListSize {

  private static final Set<String> GROWING_METHODS = Set.of("append", "extend", "insert");

  private ListSize() {}

  /** Whether a list is known never to hold more than {@link Loops#FEW} elements. */
  static boolean isFew(SyntaxNode list, Variable variable, PythonModel model) {
    return isKeptShort(list) || isShortLiteral(variable, model);
  }

  /** Whether this place is only reached when the list has outgrown a small constant: {@code if len(xs) > 4: xs.pop(0)}. */
  static boolean isKeptShort(SyntaxNode list) {
    for (SyntaxNode ancestor : list.ancestors()) {
      if (ancestor.isAny("function_definition", "for_statement", "while_statement")) {
        return false;
      }
      SyntaxNode condition = ancestor.is("if_statement") ? ancestor.field("condition") : null;
      if (condition != null && isLengthAboveFew(condition, list)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isLengthAboveFew(SyntaxNode condition, SyntaxNode list) {
    List<SyntaxNode> operands = condition.is("comparison_operator") ? condition.namedChildren() : List.of();
    return (
      operands.size() == 2 &&
      operands.get(0).textIs("len(" + list.text() + ")") &&
      (condition.firstChild(">") != null || condition.firstChild(">=") != null) &&
      Loops.isFew(operands.get(1))
    );
  }

  private static boolean isShortLiteral(Variable variable, PythonModel model) {
    if (!variable.owner().is(Scope.Kind.FUNCTION)) {
      // Code of other files may add to it.
      return false;
    }
    for (Binding binding : variable.bindings()) {
      SyntaxNode value = binding.value();
      boolean literal = binding.kind() == Binding.Kind.ASSIGNMENT && value != null && value.is("list");
      if (
        value == null || !literal || value.namedChildren().size() > Loops.FEW || value.firstChild("list_splat") != null
      ) {
        return false;
      }
    }
    return model.references().to(variable, model.types()).stream().noneMatch(ListSize::grows);
  }

  private static boolean grows(SyntaxNode use) {
    SyntaxNode parent = use.parent();
    SyntaxNode method = parent != null && parent.is("attribute") ? parent.field("attribute") : null;
    return (
      (method != null && !method.equals(use) && GROWING_METHODS.contains(method.text())) ||
      (parent != null && parent.is("augmented_assignment"))
    );
  }
}
