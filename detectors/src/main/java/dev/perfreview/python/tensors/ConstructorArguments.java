package dev.perfreview.python.tensors;

import dev.perfreview.python.Scope;
import dev.perfreview.python.ScopeTree;
import dev.perfreview.python.Variable;
import dev.perfreview.syntax.KindSet;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the file hands to constructors by name: the fields of a dataclass get no other values. */
final class ConstructorArguments {

  private static final KindSet KEYWORD_ARGUMENTS = KindSet.of(Language.PYTHON, "keyword_argument");

  private final ScopeTree scopes;
  private @Nullable Map<String, List<SyntaxNode>> values;

  ConstructorArguments(ScopeTree scopes) {
    this.scopes = scopes;
  }

  /** The values that a field of a class of the file is made with. */
  List<SyntaxNode> of(Variable field) {
    if (values == null) {
      values = collect();
    }
    return values.getOrDefault(field.owner().simpleName() + "." + field.name(), List.of());
  }

  private Map<String, List<SyntaxNode>> collect() {
    Map<String, List<SyntaxNode>> found = new HashMap<>();
    for (SyntaxNode node : scopes.module().node().descendants(KEYWORD_ARGUMENTS)) {
      SyntaxNode name = node.field("name");
      SyntaxNode value = node.field("value");
      SyntaxNode list = node.parent();
      SyntaxNode call = list == null ? null : list.parent();
      SyntaxNode function = call == null || !call.is("call") ? null : call.field("function");
      if (name != null && value != null && function != null && function.is("identifier")) {
        String made = className(function);
        found.computeIfAbsent(made + "." + name.text(), key -> new ArrayList<>(1)).add(value);
      }
    }
    return found;
  }

  private String className(SyntaxNode function) {
    if (function.textIs("cls")) {
      for (Scope scope = scopes.scopeOf(function); scope != null; scope = scope.parent()) {
        if (scope.is(Scope.Kind.CLASS)) {
          return scope.simpleName();
        }
      }
    }
    return function.text();
  }
}
