package dev.perfreview.python.workspace;

import dev.perfreview.python.ModuleName;
import dev.perfreview.python.PythonModel;
import dev.perfreview.python.Scope;
import dev.perfreview.semantics.Placement;
import dev.perfreview.semantics.Recurrence;
import dev.perfreview.semantics.workspace.CallFacts;
import dev.perfreview.semantics.workspace.EffectFacts;
import dev.perfreview.semantics.workspace.FunctionFacts;
import dev.perfreview.semantics.workspace.FunctionFacts.Trait;
import dev.perfreview.semantics.workspace.FunctionLog;
import dev.perfreview.syntax.KindSet;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Reads off a file's functions what others must know to call them: what they are, what they call, what they do by themselves. */
final class FunctionReader {

  private static final KindSet ACTS = KindSet.of(Language.PYTHON, "call", "with_item");

  private final ModuleName module;
  private final PythonModel model;
  private final EffectReader effects;
  private final FunctionLog<Scope> log = new FunctionLog<>();

  FunctionReader(ModuleName module, PythonModel model) {
    this.module = module;
    this.model = model;
    this.effects = new EffectReader(model);
  }

  List<FunctionFacts> read() {
    for (SyntaxNode act : model.syntax().root().descendants(ACTS)) {
      readAct(act);
    }
    List<FunctionFacts> facts = new ArrayList<>();
    for (Scope scope : model.scopes().scopes()) {
      SyntaxNode name = scope.is(Scope.Kind.FUNCTION) ? scope.node().field("name") : null;
      if (name != null) {
        facts.add(
          new FunctionFacts(
            scope.qualifiedName(),
            name.line(),
            traitsOf(scope),
            PythonFacts.NOTATION.write(PythonFacts.absolute(model.types().returned(scope.node()), module)),
            log.callsOf(scope),
            log.effectsOf(scope)
          )
        );
      }
    }
    return facts;
  }

  /** Notes what a {@code call} or an item of a {@code with} does. */
  private void readAct(SyntaxNode act) {
    Scope scope = model.scopes().scopeOf(act);
    while (scope.is(Scope.Kind.COMPREHENSION) && scope.parent() != null) {
      scope = scope.parent();
    }
    // What a lambda calls, it calls later, and perhaps elsewhere.
    if (!scope.is(Scope.Kind.FUNCTION)) {
      return;
    }
    String callee = act.is("call") ? Callees.referenceTo(act.field("function"), model, module) : "";
    List<EffectFacts> own = effects.of(act);
    if (callee.isEmpty() && own.isEmpty()) {
      return;
    }
    Placement placement = model.placementOf(act);
    if (placement.cold() != null || LazyBranches.isAround(act)) {
      return;
    }
    for (EffectFacts effect : own) {
      log.add(scope, effect);
    }
    if (!callee.isEmpty()) {
      SyntaxNode parent = act.parent();
      boolean iterated =
        parent != null && parent.isAny("for_statement", "for_in_clause") && "right".equals(act.fieldName());
      boolean awaited = iterated || (parent != null && parent.is("await"));
      log.add(scope, new CallFacts(callee, act.line(), placement.recurrence() == Recurrence.SOMETIMES, awaited));
    }
  }

  private Set<Trait> traitsOf(Scope function) {
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    if (function.isAsync()) {
      traits.add(Trait.ASYNC);
    }
    SyntaxNode body = function.node().field("body");
    if (!function.isAsync() && body != null && isGenerator(function.node(), body)) {
      traits.add(Trait.GENERATOR);
    }
    if (body == null || model.placementOf(body).cold() != null) {
      traits.add(Trait.COLD);
    }
    if (body != null && isStub(body)) {
      traits.add(Trait.ABSTRACT);
    }
    SyntaxNode decorated = function.node().parent();
    if (decorated != null && decorated.is("decorated_definition")) {
      for (SyntaxNode decorator : decorated.namedChildren()) {
        if (decorator.is("decorator")) {
          readDecorator(decorator.text(), traits);
        }
      }
    }
    return traits;
  }

  /** Whether calling a function makes a generator. One that is wrapped, as a context manager, does something when it is called. */
  private static boolean isGenerator(SyntaxNode function, SyntaxNode body) {
    SyntaxNode decorated = function.parent();
    return (
      (decorated == null || !decorated.is("decorated_definition")) &&
      body
        .streamDescendants()
        .anyMatch(
          node -> node.is("yield") && node.isNamed() && function.equals(node.enclosing("function_definition", "lambda"))
        )
    );
  }

  private static void readDecorator(String decorator, Set<Trait> traits) {
    if (decorator.contains("property")) {
      traits.add(Trait.PROPERTY);
    }
    if (decorator.contains("cache")) {
      traits.add(Trait.CACHED);
    }
    if (decorator.contains("abstractmethod")) {
      traits.add(Trait.ABSTRACT);
    }
  }

  /** Whether a body only says that others implement it. */
  private static boolean isStub(SyntaxNode body) {
    for (SyntaxNode statement : body.namedChildren()) {
      boolean nothing =
        statement.isAny("pass_statement", "comment", "raise_statement") ||
        (statement.is("expression_statement") &&
          statement.namedChildren().size() == 1 &&
          statement.namedChildren().getFirst().isAny("string", "ellipsis"));
      if (!nothing) {
        return false;
      }
    }
    return true;
  }
}
