package dev.perfreview.python;

import dev.perfreview.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A region of the file in which names are bound, as the language reference has it ("Naming and binding"). */
public final class Scope {

  /** What opens a scope. */
  public enum Kind {
    /** The file. */
    MODULE,
    /** A class body: its names are not seen by the functions in it. */
    CLASS,
    /** A {@code def}. */
    FUNCTION,
    /** A {@code lambda}. */
    LAMBDA,
    /** A comprehension or generator expression, all but its first iterable. */
    COMPREHENSION,
  }

  private final Kind kind;
  private final SyntaxNode node;
  private final @Nullable Scope parent;
  private final String qualifiedName;
  private final boolean isAsync;
  private final Map<String, Variable> variables = new LinkedHashMap<>();
  private final Set<String> globals = new HashSet<>(0);
  private final Set<String> nonlocals = new HashSet<>(0);
  private final List<String> wildcardModules = new ArrayList<>(0);

  Scope(Kind kind, SyntaxNode node, @Nullable Scope parent) {
    this.kind = kind;
    this.node = node;
    this.parent = parent;
    SyntaxNode name = node.field("name");
    String outer = parent == null ? "" : parent.qualifiedName;
    if (name != null && (kind == Kind.FUNCTION || kind == Kind.CLASS)) {
      this.qualifiedName = outer.isEmpty() ? name.text() : outer + "." + name.text();
    } else {
      this.qualifiedName = outer;
    }
    this.isAsync = kind == Kind.FUNCTION && node.firstChild("async") != null;
  }

  /** What opens it. */
  public Kind kind() {
    return kind;
  }

  /** Whether it is of this kind. */
  public boolean is(Kind expected) {
    return kind == expected;
  }

  /** The definition, lambda, comprehension or file. */
  public SyntaxNode node() {
    return node;
  }

  /** The scope around it; nothing around the module's. */
  public @Nullable Scope parent() {
    return parent;
  }

  /** The names of the classes and functions around its code, its own last: {@code Scheduler.run}; empty for the module. */
  public String qualifiedName() {
    return qualifiedName;
  }

  /** The last part of the qualified name. */
  public String simpleName() {
    return qualifiedName.substring(qualifiedName.lastIndexOf('.') + 1);
  }

  /** Whether it is the body of an {@code async def}. */
  public boolean isAsync() {
    return isAsync;
  }

  /** The variable that this very scope binds under a name. */
  public @Nullable Variable variable(String name) {
    return variables.get(name);
  }

  /** All names that it binds. */
  public Collection<Variable> variables() {
    return variables.values();
  }

  /** Whether {@code from … import *} may bind any name here. */
  public boolean hasWildcardImport() {
    return !wildcardModules.isEmpty();
  }

  /** The modules of its {@code from … import *}, as they are written. */
  public List<String> wildcardModules() {
    return Collections.unmodifiableList(wildcardModules);
  }

  /** The nearest function, class or module around (or at) it: lambdas and comprehensions are passed over. */
  public Scope definition() {
    Scope scope = this;
    while (scope.parent != null && (scope.kind == Kind.LAMBDA || scope.kind == Kind.COMPREHENSION)) {
      scope = scope.parent;
    }
    return scope;
  }

  void bind(String name, Binding binding) {
    variables.computeIfAbsent(name, key -> new Variable(this, key)).add(binding);
  }

  void declareGlobal(String name) {
    globals.add(name);
  }

  void declareNonlocal(String name) {
    nonlocals.add(name);
  }

  void importWildcard(String fromModule) {
    wildcardModules.add(fromModule);
  }

  boolean isGlobal(String name) {
    return globals.contains(name);
  }

  boolean isNonlocal(String name) {
    return nonlocals.contains(name);
  }

  @Override
  public String toString() {
    return kind + " " + qualifiedName;
  }
}
