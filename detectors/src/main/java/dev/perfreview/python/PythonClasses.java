package dev.perfreview.python;

import dev.perfreview.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The classes of a file, how they inherit from each other, and their attributes. */
public final class PythonClasses {

  private final ScopeTree scopes;
  private final Map<String, Scope> byName = new HashMap<>();
  private final Set<String> ambiguous = new LinkedHashSet<>();
  private final Map<Scope, Set<Scope>> families = new HashMap<>();
  private final Map<Scope, Map<String, Variable>> attributes = new HashMap<>();

  PythonClasses(ScopeTree scopes) {
    this.scopes = scopes;
    for (Scope scope : scopes.scopes()) {
      if (scope.is(Scope.Kind.CLASS) && byName.put(scope.qualifiedName(), scope) != null) {
        ambiguous.add(scope.qualifiedName());
      }
    }
    ambiguous.forEach(byName::remove);
    byName.values().forEach(this::joinBases);
    collectAttributes();
  }

  /** The class that a type names, when it is one of this file. */
  public @Nullable Scope classOf(PythonType type) {
    return type.isClassOfFile() ? byName.get(type.name().substring(1)) : null;
  }

  /** The type of a class's instances. */
  public static PythonType typeOf(Scope classScope) {
    return PythonType.of("." + classScope.qualifiedName());
  }

  /**
   * An attribute of a class: what its body and the {@code self.name = …} of its methods bind, with those of the classes of the file
   * that it inherits from or that inherit from it.
   */
  public @Nullable Variable attribute(Scope classScope, String name) {
    Map<String, Variable> own = attributes.get(classScope);
    return own == null ? null : own.get(name);
  }

  /** The attributes that a class, or one of the file that it is related to, binds. */
  public Collection<Variable> attributes(Scope classScope) {
    Map<String, Variable> own = attributes.get(classScope);
    return own == null ? List.of() : own.values();
  }

  /** The classes of the file that share their attributes with this one, itself among them. */
  public Set<Scope> family(Scope classScope) {
    return families.getOrDefault(classScope, Set.of(classScope));
  }

  /**
   * The class whose instance an identifier means because it is the first parameter of a method ({@code self}), or whose class it
   * means in a class method ({@code cls}).
   */
  public @Nullable Scope classOfSelf(SyntaxNode identifier) {
    Variable variable = identifier.is("identifier") ? scopes.resolve(identifier) : null;
    return variable == null ? null : classOfSelf(variable);
  }

  /** The class whose instance a variable holds because it is the first parameter of a method. */
  public static @Nullable Scope classOfSelf(Variable variable) {
    Scope method = variable.owner();
    Scope around = method.parent();
    boolean inClass = method.is(Scope.Kind.FUNCTION) && around != null && around.is(Scope.Kind.CLASS);
    if (!inClass || variable.bindings().size() != 1) {
      return null;
    }
    Binding binding = variable.bindings().getFirst();
    SyntaxNode parameters = method.node().field("parameters");
    boolean isFirst =
      binding.kind() == Binding.Kind.PARAMETER &&
      parameters != null &&
      !parameters.namedChildren().isEmpty() &&
      parameters.namedChildren().getFirst().contains(binding.target());
    return isFirst && !isStaticMethod(method.node()) ? around : null;
  }

  private static boolean isStaticMethod(SyntaxNode function) {
    SyntaxNode parent = function.parent();
    return (
      parent != null &&
      parent.is("decorated_definition") &&
      parent
        .namedChildren()
        .stream()
        .anyMatch(child -> child.is("decorator") && child.text().contains("staticmethod"))
    );
  }

  private void joinBases(Scope classScope) {
    SyntaxNode bases = classScope.node().field("superclasses");
    if (bases == null) {
      return;
    }
    for (SyntaxNode base : bases.namedChildren()) {
      Variable variable = base.is("identifier") ? scopes.resolve(base) : null;
      if (variable != null && variable.bindings().size() == 1) {
        Scope baseScope = byName.get(variable.bindings().getFirst().target().text());
        if (baseScope != null) {
          join(classScope, baseScope);
        }
      }
    }
  }

  private void join(Scope left, Scope right) {
    Set<Scope> joined = new LinkedHashSet<>(family(left));
    joined.addAll(family(right));
    joined.forEach(member -> families.put(member, joined));
  }

  private void collectAttributes() {
    Map<Scope, List<NamedBinding>> own = new HashMap<>();
    for (Scope scope : byName.values()) {
      List<NamedBinding> bound = new ArrayList<>();
      for (Variable variable : scope.variables()) {
        variable.bindings().forEach(binding -> bound.add(new NamedBinding(variable.name(), binding)));
      }
      own.put(scope, bound);
    }
    for (SelfAssignments.Bound bound : SelfAssignments.in(scopes.module().node().snapshot())) {
      Scope scope = classOfSelf(bound.self());
      List<NamedBinding> known = scope == null ? null : own.get(scope);
      if (known != null) {
        known.add(new NamedBinding(bound.name(), bound.binding()));
      }
    }
    for (Scope scope : byName.values()) {
      Map<String, Variable> named = new LinkedHashMap<>();
      addAll(named, scope, own.getOrDefault(scope, List.of()));
      for (Scope relative : family(scope)) {
        if (!relative.equals(scope)) {
          addAll(named, scope, own.getOrDefault(relative, List.of()));
        }
      }
      attributes.put(scope, named);
    }
  }

  private static void addAll(Map<String, Variable> named, Scope owner, List<NamedBinding> bindings) {
    for (NamedBinding bound : bindings) {
      named.computeIfAbsent(bound.name(), name -> new Variable(owner, name)).add(bound.binding());
    }
  }

  private record NamedBinding(String name, Binding binding) {}
}
