package dev.perfreview.python.rules;

import dev.perfreview.python.Arguments;
import dev.perfreview.python.Binding;
import dev.perfreview.python.ImportEdits;
import dev.perfreview.python.PythonModel;
import dev.perfreview.python.Scope;
import dev.perfreview.python.Variable;
import dev.perfreview.rule.Applicability;
import dev.perfreview.rule.Fix;
import dev.perfreview.syntax.SyntaxNode;
import dev.perfreview.syntax.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The fix that turns a list into a {@code deque}: at once where it is made and in all operations on its front. */
final class DequeConversion {

  private final Variable variable;
  private final PythonModel model;
  private final List<TextEdit> edits = new ArrayList<>();
  private boolean safe;

  private DequeConversion(Variable variable, PythonModel model) {
    this.variable = variable;
    this.model = model;
    this.safe = variable.owner().is(Scope.Kind.FUNCTION);
  }

  /** The fix for a list; nothing when not all places that make it are in sight or some use of it is known not to work on a deque. */
  static Optional<Fix> of(Variable variable, PythonModel model) {
    return new DequeConversion(variable, model).build();
  }

  private Optional<Fix> build() {
    List<SyntaxNode> uses = model.references().to(variable, model.types());
    Optional<ImportEdits.Reference> deque = model.imports().fromModule("collections", "deque", uses);
    if (deque.isEmpty() || !convertBindings(deque.get().expression()) || !convertUses(uses)) {
      return Optional.empty();
    }
    edits.addAll(deque.get().edits());
    return Optional.of(
      safe
        ? new Fix("Make `" + variable.name() + "` a `deque`", Applicability.SAFE, edits)
        : new Fix(
            "Make `" +
              variable.name() +
              "` a `deque` (code that slices it, serialises it or compares it with a list would break)",
            Applicability.UNSAFE,
            edits
          )
    );
  }

  private boolean convertBindings(String deque) {
    for (Binding binding : variable.bindings()) {
      boolean converted = switch (binding.kind()) {
        case ASSIGNMENT -> binding.isNone() || convertAssignment(binding, deque);
        case AUGMENTED -> isExtended(binding.target());
        default -> false;
      };
      if (!converted) {
        return false;
      }
    }
    return true;
  }

  private static boolean isExtended(SyntaxNode target) {
    SyntaxNode statement = target.parent();
    SyntaxNode operator = statement == null ? null : statement.field("operator");
    return operator != null && operator.textIs("+=");
  }

  private boolean convertAssignment(Binding binding, String deque) {
    SyntaxNode value = binding.value();
    SyntaxNode assignment = binding.target().parent();
    boolean plain =
      value != null &&
      assignment != null &&
      assignment.is("assignment") &&
      value.equals(assignment.field("right")) &&
      assignment.parent() != null &&
      assignment.parent().is("expression_statement");
    if (value == null || !plain || !convertAnnotation(binding, deque)) {
      return false;
    }
    SyntaxNode function = value.is("call") ? value.field("function") : null;
    if (value.is("list") && value.namedChildren().isEmpty()) {
      edits.add(TextEdit.replace(value, deque + "()"));
    } else if (
      function != null && model.names().is(function, "builtins.list") && Arguments.of(value).keywords().isEmpty()
    ) {
      edits.add(TextEdit.replace(function, deque));
    } else if (model.types().typeOf(value).is("list")) {
      edits.add(TextEdit.insert(value.start(), deque + "("));
      edits.add(TextEdit.insert(value.end(), ")"));
    } else {
      return false;
    }
    return true;
  }

  private boolean convertAnnotation(Binding binding, String deque) {
    SyntaxNode annotation = binding.annotation();
    if (annotation == null) {
      return true;
    }
    for (SyntaxNode part : annotation.descendants()) {
      if (part.isAny("identifier", "attribute")) {
        String name = model.names().of(part);
        boolean isList = "builtins.list".equals(name) || "typing.List".equals(name);
        if (isList) {
          edits.add(TextEdit.replace(part, deque));
        }
        return isList;
      }
    }
    return false;
  }

  private boolean convertUses(List<SyntaxNode> uses) {
    for (SyntaxNode use : uses) {
      Optional<FrontOperation> operation = DequeCompatibility.frontOperationOn(use);
      if (operation.isPresent()) {
        Optional<TextEdit> edit = operation.get().onDeque();
        if (edit.isEmpty()) {
          return false;
        }
        edits.add(edit.get());
        continue;
      }
      switch (new DequeCompatibility(variable, model).of(use, uses)) {
        case BREAKS -> {
          return false;
        }
        case UNKNOWN -> safe = false;
        case WORKS -> {
          // Nothing to change.
        }
      }
    }
    return !model
      .references()
      .isUsedThroughUnknownObject(variable, model.types(), use -> DequeCompatibility.frontOperationOn(use).isPresent());
  }
}
