package dev.perfreview.python;

import dev.perfreview.semantics.CodeFunction;
import dev.perfreview.syntax.SyntaxNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The functions that a file defines, by the scope of their body. */
final class PythonFunctions {

  private final Map<Scope, CodeFunction> byScope = new LinkedHashMap<>();

  PythonFunctions(ScopeTree scopes) {
    for (Scope scope : scopes.scopes()) {
      SyntaxNode name = scope.is(Scope.Kind.FUNCTION) ? scope.node().field("name") : null;
      if (name != null) {
        byScope.put(scope, new CodeFunction(scope.qualifiedName(), scope.node(), name, scope.isAsync()));
      }
    }
  }

  List<CodeFunction> all() {
    return List.copyOf(byScope.values());
  }

  @Nullable
  CodeFunction at(Scope scope) {
    return byScope.get(scope);
  }
}
