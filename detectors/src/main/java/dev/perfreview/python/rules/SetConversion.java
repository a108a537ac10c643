package dev.perfreview.python.rules;

import dev.perfreview.python.Arguments;
import dev.perfreview.python.Binding;
import dev.perfreview.python.MethodCall;
import dev.perfreview.python.PythonModel;
import dev.perfreview.python.PythonType;
import dev.perfreview.python.Scope;
import dev.perfreview.python.Variable;
import dev.perfreview.rule.Applicability;
import dev.perfreview.rule.Fix;
import dev.perfreview.syntax.SyntaxNode;
import dev.perfreview.syntax.TextEdit;
import dev.perfreview.syntax.TextRange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a set of a local list of which the function asks only what is in it. */
final class SetConversion {

  private final Variable variable;
  private final PythonModel model;
  private final List<TextEdit> edits = new ArrayList<>();
  private boolean hashable = true;

  private SetConversion(Variable variable, PythonModel model) {
    this.variable = variable;
    this.model = model;
  }

  /** The fix; nothing where some use needs a list, or is not in sight. */
  static @Nullable Fix of(Variable variable, PythonModel model) {
    SetConversion conversion = new SetConversion(variable, model);
    return variable.owner().is(Scope.Kind.FUNCTION) && conversion.convert() ? conversion.fix() : null;
  }

  private Fix fix() {
    String title = "Make `" + variable.name() + "` a set";
    return new Fix(
      hashable ? title : title + ", if its elements can be hashed",
      hashable ? Applicability.SAFE : Applicability.UNSAFE,
      edits
    );
  }

  private boolean convert() {
    for (Binding binding : variable.bindings()) {
      if (binding.annotation() != null || !convertDeclaration(binding)) {
        return false;
      }
    }
    for (SyntaxNode use : model.references().to(variable)) {
      if (
        variable
          .bindings()
          .stream()
          .noneMatch(binding -> binding.target().equals(use)) &&
        !convertUse(use)
      ) {
        return false;
      }
    }
    return true;
  }

  private boolean convertDeclaration(Binding binding) {
    SyntaxNode value = binding.kind() == Binding.Kind.ASSIGNMENT ? binding.value() : null;
    SyntaxNode assignment = binding.target().parent();
    if (value == null || assignment == null || !value.equals(assignment.field("right"))) {
      return false;
    }
    if (value.is("list") && value.namedChildren().isEmpty()) {
      edits.add(TextEdit.replace(value, "set()"));
      return true;
    }
    if (value.is("list_comprehension")) {
      edits.add(new TextEdit(new TextRange(value.start(), value.start() + 1), "{"));
      edits.add(new TextEdit(new TextRange(value.end() - 1, value.end()), "}"));
      noteElement(model.types().typeOf(value).element());
      return true;
    }
    SyntaxNode function = value.field("function");
    boolean copies = function != null && model.names().is(function, "builtins.list");
    if (function != null && copies && Arguments.of(value).count() <= 1) {
      edits.add(TextEdit.replace(function, "set"));
      noteElement(model.types().typeOf(value).element());
      return true;
    }
    return false;
  }

  private boolean convertUse(SyntaxNode use) {
    SyntaxNode parent = use.parent();
    if (parent == null || !model.scopes().scopeOf(use).definition().equals(variable.owner())) {
      return false;
    }
    if (parent.is("comparison_operator")) {
      LinearSearch search = LinearSearch.of(parent);
      boolean asked = search != null && search.container().equals(use);
      if (search != null && asked) {
        noteElement(model.types().typeOf(search.wanted()));
      }
      return asked;
    }
    MethodCall call = MethodCall.on(use);
    if (call == null) {
      return parent.isAny("if_statement", "while_statement", "not_operator");
    }
    SyntaxNode statement = call.call().parent();
    SyntaxNode argument = Arguments.of(call.call()).positional(0);
    SyntaxNode method = parent.field("attribute");
    boolean adds = call.name().equals("append") && statement != null && statement.is("expression_statement");
    if (!adds || argument == null || method == null) {
      return false;
    }
    noteElement(model.types().typeOf(argument));
    edits.add(TextEdit.replace(method, "add"));
    return true;
  }

  private void noteElement(PythonType type) {
    hashable &= type.isAny("str", "int", "bytes", "bool");
  }
}
