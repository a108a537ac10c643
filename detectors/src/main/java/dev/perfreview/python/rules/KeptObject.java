package dev.perfreview.python.rules;

import dev.perfreview.python.Binding;
import dev.perfreview.python.Loops;
import dev.perfreview.python.PythonModel;
import dev.perfreview.python.Scope;
import dev.perfreview.python.Variable;
import dev.perfreview.syntax.SyntaxNode;
import java.util.Set;

/** Whether what a call makes outlives the function that makes it, or the function itself runs but once. */
final class KeptObject {

  /** First words of functions that run once, or whose work is to make things. */
  private static final Set<String> MAKERS = Set.of(
    "init",
    "initialize",
    "setup",
    "start",
    "startup",
    "build",
    "make",
    "create",
    "get",
    "load",
    "launch",
    "connect",
    "open",
    "ensure",
    "prepare",
    "main",
    "run",
    "warmup",
    "enter",
    "aenter",
    "new",
    "from",
    "configure",
    "register",
    "download",
    "serve",
    "lifespan",
    "test",
    "bench",
    "benchmark",
    "worker",
    "wait",
    "check",
    "probe",
    "health"
  );

  private KeptObject() {}

  /** Whether a function's name or decorator says that it runs once, or that its result is kept. */
  static boolean isMadeByMaker(SyntaxNode call, PythonModel model) {
    Scope function = model.scopes().scopeOf(call).definition();
    if (!function.is(Scope.Kind.FUNCTION)) {
      return true;
    }
    String name = function.simpleName().replaceFirst("^_+", "");
    SyntaxNode decorated = function.node().parent();
    boolean cached =
      decorated != null &&
      decorated.is("decorated_definition") &&
      decorated
        .namedChildren()
        .stream()
        .anyMatch(
          child -> child.is("decorator") && (child.text().contains("cache") || child.text().contains("fixture"))
        );
    return cached || MAKERS.contains(name.split("_", -1)[0]) || livesWithItsLoop(call, function.node());
  }

  /** Whether the function goes on to a loop that never ends, as the body of a thread does: it runs once. */
  private static boolean livesWithItsLoop(SyntaxNode call, SyntaxNode function) {
    return function
      .streamDescendants()
      .anyMatch(node -> node.is("while_statement") && Loops.keepsAlive(node) && !node.contains(call));
  }

  /** Whether the object goes anywhere but into a local name or a {@code with}. */
  static boolean escapes(SyntaxNode call, PythonModel model) {
    SyntaxNode parent = call.parent();
    SyntaxNode inner = call;
    while (parent != null && parent.isAny("await", "parenthesized_expression", "as_pattern", "with_item")) {
      inner = parent;
      parent = parent.parent();
    }
    if (parent == null || parent.isAny("with_clause", "attribute")) {
      // A socket keeps the context that it comes from.
      SyntaxNode method = parent == null ? null : parent.field("attribute");
      return parent == null || (method != null && method.textIs("socket"));
    }
    SyntaxNode target = parent.is("assignment") && "right".equals(inner.fieldName()) ? parent.field("left") : null;
    Variable variable = target != null && target.is("identifier") ? model.scopes().resolve(target) : null;
    return (
      variable == null ||
      !variable.owner().is(Scope.Kind.FUNCTION) ||
      variable
        .bindings()
        .stream()
        .anyMatch(binding -> binding.kind() != Binding.Kind.ASSIGNMENT) ||
      model.references().to(variable).stream().anyMatch(KeptObject::handsOn)
    );
  }

  /** Whether a use of a name gives the object to somebody who may keep it. */
  private static boolean handsOn(SyntaxNode use) {
    SyntaxNode parent = use.parent();
    return (
      parent != null &&
      !parent.isAny("attribute", "with_item", "as_pattern") &&
      !(parent.is("assignment") && "left".equals(use.fieldName()))
    );
  }
}
