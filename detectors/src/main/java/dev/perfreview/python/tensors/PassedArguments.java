package dev.perfreview.python.tensors;

import dev.perfreview.python.Arguments;
import dev.perfreview.python.Parameters;
import dev.perfreview.python.ScopeTree;
import dev.perfreview.syntax.KindSet;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the file hands to the parameters of its own functions and methods; other files may hand over something else. */
final class PassedArguments {

  private static final KindSet CALLS = KindSet.of(Language.PYTHON, "call");

  private static final KindSet ASSIGNMENTS = KindSet.of(Language.PYTHON, "assignment");

  private final ScopeTree scopes;
  private @Nullable Map<String, List<SyntaxNode>> calls;
  private @Nullable Map<String, Set<String>> modules;

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
    if (function == null || name == null) {
      return List.of();
    }
    if (calls == null) {
      calls = collect();
    }
    int place = Parameters.placeOf(parameter);
    List<SyntaxNode> passed = new ArrayList<>();
    for (String called : name.textIs("forward") ? modulesOf(function) : Set.of(name.text())) {
      for (SyntaxNode call : calls.getOrDefault(called, List.of())) {
        SyntaxNode value = Arguments.of(call).parameter(place, parameter.text());
        if (value != null) {
          passed.add(value);
        }
      }
    }
    return passed;
  }

  /** What a module of torch is called in the file, since calling it runs its {@code forward}: {@code embed} of {@code self.embed = Embed()}. */
  private Set<String> modulesOf(SyntaxNode forward) {
    SyntaxNode owner = forward.enclosing("class_definition");
    SyntaxNode name = owner == null ? null : owner.field("name");
    if (modules == null) {
      modules = collectModules();
    }
    return name == null ? Set.of() : modules.getOrDefault(name.text(), Set.of());
  }

  /** By class, the attributes that hold objects of it and never of another. */
  private Map<String, Set<String>> collectModules() {
    Map<String, Set<String>> made = new HashMap<>();
    Map<String, String> classes = new HashMap<>();
    Set<String> several = new HashSet<>();
    for (SyntaxNode node : scopes.module().node().descendants(ASSIGNMENTS)) {
      SyntaxNode target = node.field("left");
      SyntaxNode attribute = target != null && target.is("attribute") ? ownName(target) : null;
      SyntaxNode value = node.field("right");
      SyntaxNode function = value != null && value.is("call") ? value.field("function") : null;
      if (attribute != null) {
        String type = function == null ? "" : function.text();
        String before = classes.put(attribute.text(), type);
        if (before != null && !before.equals(type)) {
          several.add(attribute.text());
        }
      }
    }
    classes.keySet().removeAll(several);
    classes.forEach((attribute, type) -> made.computeIfAbsent(type, key -> new HashSet<>(1)).add(attribute));
    return made;
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
