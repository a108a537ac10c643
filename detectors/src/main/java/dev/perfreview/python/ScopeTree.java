package dev.perfreview.python;

import dev.perfreview.syntax.SyntaxNode;
import dev.perfreview.syntax.SyntaxSnapshot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The scopes of a file and which of them the code at each node runs in. */
public final class ScopeTree {

  private final List<Scope> scopes;
  private final int[] scopeOfNode;
  private final NodeMemo<Variable> resolved;

  private ScopeTree(List<Scope> scopes, int[] scopeOfNode) {
    this.scopes = scopes;
    this.scopeOfNode = scopeOfNode;
    this.resolved = new NodeMemo<>(scopes.getFirst().node().snapshot());
  }

  /** Finds the scopes and bindings of a file in one pass over its nodes. */
  public static ScopeTree of(SyntaxSnapshot syntax) {
    ScopeTreeBuilder builder = new ScopeTreeBuilder(syntax);
    builder.build();
    return new ScopeTree(List.copyOf(builder.scopes()), builder.scopeOfNode());
  }

  /** All scopes in the order of the text, the module's first. */
  public List<Scope> scopes() {
    return scopes;
  }

  /** The module's scope. */
  public Scope module() {
    return scopes.getFirst();
  }

  /**
   * The scope in which the code at a node runs. Decorators, default values, annotations and base classes run in the scope around
   * their definition, and so does a comprehension's first iterable.
   */
  public Scope scopeOf(SyntaxNode node) {
    return scopes.get(scopeOfNode[node.index()]);
  }

  /** The variable that an identifier means; nothing for a built-in name or one that the file does not bind. */
  public @Nullable Variable resolve(SyntaxNode identifier) {
    return resolved.get(identifier, node -> resolve(node.text(), scopeOf(node)));
  }

  /** The variable that a name means in a scope. */
  public @Nullable Variable resolve(String name, Scope from) {
    boolean outer = false;
    for (Scope scope = from; scope != null; scope = scope.parent()) {
      if (scope.isGlobal(name)) {
        return module().variable(name);
      }
      boolean visible = !(outer && scope.is(Scope.Kind.CLASS)) && !scope.isNonlocal(name);
      Variable variable = visible ? scope.variable(name) : null;
      if (variable != null) {
        return variable;
      }
      outer = true;
    }
    return null;
  }

  /** Whether a name that {@link #resolve} does not find may still come from a {@code from … import *}. */
  public boolean mayBeWildcard() {
    return module().hasWildcardImport();
  }
}
