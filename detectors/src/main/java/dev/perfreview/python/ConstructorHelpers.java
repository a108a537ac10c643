package dev.perfreview.python;

import dev.perfreview.syntax.SyntaxNode;
import java.util.List;

/** Private functions that only constructors call: what they do is done once an object, whatever their names promise. */
final class ConstructorHelpers {

  private final ScopeTree scopes;
  private final References references;

  ConstructorHelpers(ScopeTree scopes, References references) {
    this.scopes = scopes;
    this.references = references;
  }

  /** Whether a function is one, as far as its file tells. */
  boolean contains(Scope function) {
    String name = function.simpleName();
    Scope outer = function.parent();
    boolean isPrivate = name.startsWith("_") && !name.startsWith("__") && function.is(Scope.Kind.FUNCTION);
    if (!isPrivate || outer == null) {
      return false;
    }
    List<SyntaxNode> uses = switch (outer.kind()) {
      case CLASS -> references.toAttributesNamed(name);
      case MODULE -> {
        Variable variable = outer.variable(name);
        yield variable == null
          ? List.of()
          : references
              .to(variable)
              .stream()
              .filter(use -> !isDefinition(use, function))
              .toList();
      }
      default -> List.of();
    };
    return !uses.isEmpty() && uses.stream().allMatch(this::isCalledByConstructor);
  }

  private static boolean isDefinition(SyntaxNode use, Scope function) {
    return function.node().equals(use.parent());
  }

  private boolean isCalledByConstructor(SyntaxNode use) {
    SyntaxNode call = use.parent();
    Scope caller = scopes.scopeOf(use).definition();
    return call != null && call.is("call") && ControlFlow.isConstructor(caller);
  }
}
