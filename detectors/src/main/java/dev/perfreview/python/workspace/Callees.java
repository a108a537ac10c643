package dev.perfreview.python.workspace;

import dev.perfreview.python.Binding;
import dev.perfreview.python.ModuleName;
import dev.perfreview.python.PythonModel;
import dev.perfreview.python.PythonType;
import dev.perfreview.python.Scope;
import dev.perfreview.python.Variable;
import dev.perfreview.syntax.SyntaxNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes what a call calls as a reference, in the notation of {@link PythonLinker}. */
final class Callees {

  private Callees() {}

  /**
   * A reference to what an expression calls.
   *
   * @param foreign the packages that no workspace defines
   * @return empty when it cannot be a function of the workspace, or is not known
   */
  static String referenceTo(@Nullable SyntaxNode function, PythonModel model, ModuleName module, Set<String> foreign) {
    if (function == null || !function.isAny("identifier", "attribute")) {
      return "";
    }
    String name = model.names().of(function);
    if (name != null) {
      int dot = name.indexOf('.');
      return foreign.contains(dot < 0 ? name : name.substring(0, dot)) ? "" : name;
    }
    return function.is("identifier") ? ofFile(function, model, module) : ofMethod(function, model, module, foreign);
  }

  private static String ofFile(SyntaxNode identifier, PythonModel model, ModuleName module) {
    Variable variable = model.scopes().resolve(identifier);
    if (variable == null || variable.bindings().size() != 1) {
      return "";
    }
    Binding.Kind kind = variable.bindings().getFirst().kind();
    if (kind != Binding.Kind.FUNCTION && kind != Binding.Kind.CLASS) {
      return "";
    }
    String owner = variable.owner().qualifiedName();
    return module.own(owner.isEmpty() ? variable.name() : owner + "." + variable.name());
  }

  private static String ofMethod(SyntaxNode function, PythonModel model, ModuleName module, Set<String> foreign) {
    SyntaxNode object = function.field("object");
    SyntaxNode method = function.field("attribute");
    if (object == null || method == null) {
      return "";
    }
    if (object.is("call") && model.names().is(object.field("function"), "builtins.super")) {
      Scope owner = model.scopes().scopeOf(object).definition().parent();
      return owner != null && owner.is(Scope.Kind.CLASS)
        ? module.own(owner.qualifiedName()) + "!^." + method.text()
        : "";
    }
    PythonType type = model.types().typeOf(object);
    String receiver = model.types().referenceTo(type);
    int dot = receiver.indexOf('.');
    boolean elsewhere = receiver.isEmpty() || foreign.contains(dot < 0 ? receiver : receiver.substring(0, dot));
    return elsewhere ? "" : receiver + "." + method.text();
  }
}
