package dev.perfreview.python.tensors;

import dev.perfreview.python.Arguments;
import dev.perfreview.python.Parameters;
import dev.perfreview.python.ScopeTree;
import dev.perfreview.syntax.KindSet;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the file hands to the parameters of its own functions and methods; other files may hand over something else. */
final class PassedArguments {

  private static final KindSet CALLS = KindSet.of(Language.PYTHON, "call");

  private final ScopeTree scopes;
  private @Nullable Map<String, List<SyntaxNode>> calls;

  PassedArguments(ScopeTree scopes) {
    this.scopes = scopes;
  }

  /**
   * The values that calls in the file give to a parameter.
   *
   * @param parameter the name in the parameter list
   */
  List<SyntaxNode> of(SyntaxNode parameter) {
    SyntaxNode function = parameter.enclosing("function_definition");
    SyntaxNode name = function == null ? null : function.field("name");
    if (name == null) {
      return List.of();
    }
    if (calls == null) {
      calls = collect();
    }
    int place = Parameters.placeOf(parameter);
    List<SyntaxNode> passed = new ArrayList<>();
    for (SyntaxNode call : calls.getOrDefault(name.text(), List.of())) {
      SyntaxNode value = Arguments.of(call).parameter(place, parameter.text());
      if (value != null) {
        passed.add(value);
      }
    }
    return passed;
  }

  private Map<String, List<SyntaxNode>> collect() {
    Map<String, List<SyntaxNode>> found = new HashMap<>();
    for (SyntaxNode node : scopes.module().node().descendants(CALLS)) {
      SyntaxNode function = node.field("function");
      SyntaxNode name = function == null ? null : ownName(function);
      if (name != null) {
        found.computeIfAbsent(name.text(), key -> new ArrayList<>(1)).add(node);
      }
    }
    return found;
  }

  /** The name in {@code f} and {@code self.f}. */
  private static @Nullable SyntaxNode ownName(SyntaxNode function) {
    if (function.is("identifier")) {
      return function;
    }
    SyntaxNode object = function.field("object");
    return object != null && object.textIs("self") ? function.field("attribute") : null;
  }
}
