package dev.perfreview.python.rules;

import dev.perfreview.python.Binding;
import dev.perfreview.python.PythonModel;
import dev.perfreview.python.PythonType;
import dev.perfreview.python.Scope;
import dev.perfreview.python.Variable;
import dev.perfreview.rule.Applicability;
import dev.perfreview.rule.Fix;
import dev.perfreview.syntax.SourceText;
import dev.perfreview.syntax.SyntaxNode;
import dev.perfreview.syntax.TextEdit;
import dev.perfreview.syntax.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The fix that collects the parts of a text in a list and joins them after the loop. Only for the plain case: a local variable that is
 * set in the same block before the loop, only added to in the loop, and not read before the loop's end.
 */
final class PartsToJoin {

  private final Variable variable;
  private final PythonModel model;
  private final SourceText text;

  private PartsToJoin(Variable variable, PythonModel model) {
    this.variable = variable;
    this.model = model;
    this.text = model.syntax().text();
  }

  static Optional<Fix> of(Variable variable, SyntaxNode growth, PythonType type, PythonModel model) {
    return new PartsToJoin(variable, model).build(growth, type);
  }

  private Optional<Fix> build(SyntaxNode growth, PythonType type) {
    String parts = variable.name() + "_parts";
    Binding declaration = variable.bindings().getFirst();
    SyntaxNode start = declaration.value();
    SyntaxNode loop = loopBeside(declaration, growth);
    boolean plain =
      variable.owner().is(Scope.Kind.FUNCTION) &&
      !model.references().mentions(parts) &&
      declaration.annotation() == null;
    if (!plain || loop == null || start == null || !isOnlyGrownIn(loop, declaration)) {
      return Optional.empty();
    }
    List<TextEdit> edits = new ArrayList<>();
    String first = start.is("string") && start.children().size() == 2 ? "[]" : "[" + start.text() + "]";
    edits.add(new TextEdit(new TextRange(declaration.target().start(), start.end()), parts + " = " + first));
    for (Binding binding : variable.bindings().subList(1, variable.bindings().size())) {
      SyntaxNode value = binding.value();
      if (value == null || value.isAny("yield", "expression_list")) {
        return Optional.empty();
      }
      edits.add(new TextEdit(new TextRange(binding.target().start(), value.start()), parts + ".append("));
      edits.add(TextEdit.insert(value.end(), ")"));
    }
    String join = variable.name() + " = " + (type.is("bytes") ? "b" : "") + "\"\".join(" + parts + ")";
    int end = text.lineEnd(text.lineOf(loop.end() - 1));
    edits.add(TextEdit.insert(end, text.lineSeparator() + text.indentationOf(loop.line()) + join));
    return Optional.of(
      new Fix(
        "Collect the parts of `" +
          variable.name() +
          "` in a list and join them after the loop (one that ends in an exception joins nothing)",
        Applicability.UNSAFE,
        edits
      )
    );
  }

  /** The outermost loop around the growth that stands after the declaration in its block. */
  private static @Nullable SyntaxNode loopBeside(Binding declaration, SyntaxNode growth) {
    SyntaxNode assignment = declaration.target().parent();
    SyntaxNode statement = assignment == null ? null : assignment.parent();
    SyntaxNode block = statement == null ? null : statement.parent();
    SyntaxNode value = declaration.value();
    boolean plain =
      declaration.kind() == Binding.Kind.ASSIGNMENT &&
      assignment != null &&
      statement != null &&
      statement.is("expression_statement") &&
      statement.namedChildren().size() == 1 &&
      value != null &&
      value.equals(assignment.field("right"));
    if (!plain || block == null) {
      return null;
    }
    for (SyntaxNode ancestor : growth.ancestors()) {
      if (block.equals(ancestor.parent())) {
        return ancestor.isAny("for_statement", "while_statement") ? ancestor : null;
      }
    }
    return null;
  }

  private boolean isOnlyGrownIn(SyntaxNode loop, Binding declaration) {
    List<Binding> growths = variable.bindings().subList(1, variable.bindings().size());
    for (Binding growth : growths) {
      SyntaxNode statement = growth.target().parent();
      boolean adds =
        statement != null && statement.is("augmented_assignment") && StringGrowth.of(statement).isPresent();
      if (!adds || !loop.contains(growth.target())) {
        return false;
      }
    }
    for (SyntaxNode use : model.references().to(variable)) {
      boolean bound =
        use.equals(declaration.target()) || growths.stream().anyMatch(growth -> growth.target().equals(use));
      boolean here = model.scopes().scopeOf(use).definition().equals(variable.owner());
      if (!here || (!bound && use.start() < loop.end())) {
        return false;
      }
    }
    return true;
  }
}
