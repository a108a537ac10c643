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
public final class Callees {

  /** Packages that no workspace of Python files defines: their calls lead nowhere. */
  private static final Set<String> FOREIGN = Set.of(
    "builtins",
    "torch",
    "numpy",
    "typing",
    "os",
    "sys",
    "time",
    "json",
    "logging",
    "asyncio",
    "triton",
    "re",
    "math",
    "collections",
    "itertools",
    "functools",
    "dataclasses"
  );

  private Callees() {}

  /**
   * A reference to what an expression calls.
   *
   * @param module the module of the model's file
   * @return empty when it cannot be a function of the workspace, or is not known
   */
  public static String referenceTo(@Nullable SyntaxNode function, PythonModel model, ModuleName module) {
    if (function == null || !function.isAny("identifier", "attribute")) {
      return "";
    }
    String name = model.names().of(function);
    if (name != null) {
      return isForeign(name) ? "" : name;
    }
    return function.is("identifier") ? ofFile(function, model, module) : ofMethod(function, model, module);
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

  private static String ofMethod(SyntaxNode function, PythonModel model, ModuleName module) {
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
    return receiver.isEmpty() || isForeign(receiver) ? "" : receiver + "." + method.text();
  }

  private static boolean isForeign(String name) {
    int dot = name.indexOf('.');
    return FOREIGN.contains(dot < 0 ? name : name.substring(0, dot));
  }
}
