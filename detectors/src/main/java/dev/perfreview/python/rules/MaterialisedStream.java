package dev.perfreview.python.rules;

import dev.perfreview.python.Binding;
import dev.perfreview.python.PythonModel;
import dev.perfreview.python.PythonType;
import dev.perfreview.python.Scope;
import dev.perfreview.python.Variable;
import dev.perfreview.rule.Evidence;
import dev.perfreview.rule.Finding;
import dev.perfreview.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A stream that is read into a list as a whole, only to go over the list once. */
final class MaterialisedStream {

  private MaterialisedStream() {}

  /** What is wrong with assigning a list comprehension over a stream. */
  static Optional<Finding> find(SyntaxNode comprehension, PythonModel model) {
    SyntaxNode assignment = comprehension.parent();
    SyntaxNode target = assignment != null && assignment.is("assignment") ? assignment.field("left") : null;
    SyntaxNode clause = comprehension.firstChild("for_in_clause");
    SyntaxNode stream = clause == null ? null : clause.field("right");
    if (
      assignment == null || target == null || !target.is("identifier") || stream == null || !isStream(stream, model)
    ) {
      return Optional.empty();
    }
    Variable variable = model.scopes().resolve(target);
    SyntaxNode loop = variable == null ? null : onlyLoop(variable, assignment, model);
    return loop == null || comprehension.streamDescendants().anyMatch(inner -> inner.is("await"))
      ? Optional.empty()
      : Optional.of(
          Finding.at(
            comprehension,
            "all of `%s` is held in memory at once, only to go over it one by one: a generator expression takes each when it comes".formatted(
              ShortText.of(stream)
            )
          ).withEvidence(Evidence.at(loop, "the only use of the list"))
        );
  }

  /** Whether an expression is what a parameter was given, and that is known to be no more than something to go over. */
  private static boolean isStream(SyntaxNode stream, PythonModel model) {
    Variable variable = stream.is("identifier") ? model.scopes().resolve(stream) : null;
    if (variable == null) {
      return false;
    }
    Binding first = variable.bindings().getFirst();
    PythonType given =
      first.kind() == Binding.Kind.PARAMETER ? model.types().typeOf(variable, first) : PythonType.UNKNOWN;
    return given.isAny("typing.Iterable", "typing.Iterator", "typing.Generator");
  }

  /** What the one loop over the variable goes over, when that is all that is done with it after it is assigned. */
  private static @Nullable SyntaxNode onlyLoop(Variable variable, SyntaxNode assignment, PythonModel model) {
    List<SyntaxNode> uses = model
      .references()
      .to(variable)
      .stream()
      .filter(use -> use.start() > assignment.end() && !isBoundAt(use, variable))
      .toList();
    if (uses.size() != 1 || !variable.owner().is(Scope.Kind.FUNCTION)) {
      return null;
    }
    SyntaxNode use = uses.getFirst();
    SyntaxNode loop = use.parent();
    boolean over = loop != null && loop.is("for_statement") && "right".equals(use.fieldName());
    return over ? use : null;
  }

  private static boolean isBoundAt(SyntaxNode use, Variable variable) {
    return variable
      .bindings()
      .stream()
      .anyMatch(binding -> binding.target().equals(use));
  }
}
