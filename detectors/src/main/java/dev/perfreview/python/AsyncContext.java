package dev.perfreview.python;

import dev.perfreview.syntax.SyntaxNode;
import java.util.function.Supplier;

/** Which code runs on an event loop. */
public final class AsyncContext {

  private final ScopeTree scopes;
  private final Supplier<References> references;

  AsyncContext(ScopeTree scopes, Supplier<References> references) {
    this.scopes = scopes;
    this.references = references;
  }

  /**
   * Whether a node is evaluated by a coroutine itself. The body of a {@code lambda} or nested {@code def} is not: it runs where it
   * is called, which may be another thread. Nor does a coroutine count that has its event loop for itself.
   */
  public boolean isOnEventLoop(SyntaxNode node) {
    Scope scope = scopes.scopeOf(node);
    while (scope.is(Scope.Kind.COMPREHENSION) && scope.parent() != null) {
      scope = scope.parent();
    }
    return scope.is(Scope.Kind.FUNCTION) && scope.isAsync() && !new OwnEventLoop(references).runs(scope);
  }

  /** Whether an {@code await} may be written in place of a node without changing what is around it. */
  public boolean canAwait(SyntaxNode node) {
    if (!isOnEventLoop(node)) {
      return false;
    }
    for (SyntaxNode ancestor : node.ancestors()) {
      if (ancestor.is("function_definition")) {
        return true;
      }
      // An `await` in a generator expression makes an asynchronous generator of it.
      if (ancestor.is("generator_expression")) {
        return false;
      }
    }
    return false;
  }
}
