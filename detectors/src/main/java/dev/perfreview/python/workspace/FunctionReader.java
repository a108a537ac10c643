package dev.perfreview.python.workspace;

import dev.perfreview.python.ModuleName;
import dev.perfreview.python.PythonModel;
import dev.perfreview.python.Scope;
import dev.perfreview.python.effects.BlockingEffects;
import dev.perfreview.python.effects.BlockingOperation;
import dev.perfreview.python.effects.HeavyCalls;
import dev.perfreview.python.effects.HeavyWork;
import dev.perfreview.rule.Cost;
import dev.perfreview.semantics.Placement;
import dev.perfreview.semantics.Recurrence;
import dev.perfreview.semantics.workspace.CallFacts;
import dev.perfreview.semantics.workspace.Effect;
import dev.perfreview.semantics.workspace.EffectFacts;
import dev.perfreview.semantics.workspace.FunctionFacts;
import dev.perfreview.semantics.workspace.FunctionFacts.Trait;
import dev.perfreview.syntax.KindSet;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads off a file's functions what others must know to call them: what they are, what they call, what they do by themselves. */
final class FunctionReader {

  private static final KindSet CALLS = KindSet.of(Language.PYTHON, "call");

  private final ModuleName module;
  private final PythonModel model;
  private final Map<Scope, List<CallFacts>> calls = new HashMap<>();
  private final Map<Scope, List<EffectFacts>> effects = new HashMap<>();

  FunctionReader(ModuleName module, PythonModel model) {
    this.module = module;
    this.model = model;
  }

  List<FunctionFacts> read() {
    for (SyntaxNode call : model.syntax().root().descendants(CALLS)) {
      readCall(call);
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
            calls.getOrDefault(scope, List.of()),
            effects.getOrDefault(scope, List.of())
          )
        );
      }
    }
    return facts;
  }

  private void readCall(SyntaxNode call) {
    Scope scope = model.scopes().scopeOf(call);
    while (scope.is(Scope.Kind.COMPREHENSION) && scope.parent() != null) {
      scope = scope.parent();
    }
    // What a lambda calls, it calls later, and perhaps elsewhere.
    if (!scope.is(Scope.Kind.FUNCTION)) {
      return;
    }
    String callee = calleeOf(call);
    BlockingOperation operation = BlockingEffects.of(call, model);
    HeavyWork work = HeavyCalls.of(call, model);
    if (callee.isEmpty() && operation == null && work == null) {
      return;
    }
    Placement placement = model.placementOf(call);
    SyntaxNode function = call.field("function");
    if (placement.cold() != null || function == null || LazyBranches.isAround(call)) {
      return;
    }
    // A sleep behind an `if` is mostly there for tests and retries.
    boolean rare = operation == BlockingOperation.SLEEP && placement.recurrence() == Recurrence.SOMETIMES;
    if (operation != null && operation.isLong() && !rare) {
      Effect effect = operation.cost() == Cost.STALL ? Effect.BLOCKS : Effect.BLOCKS_BRIEFLY;
      effects
        .computeIfAbsent(scope, key -> new ArrayList<>())
        .add(new EffectFacts(effect, BlockingEffects.shortened(function.text()), operation.does(), call.line()));
    }
    if (work != null && work.isLong()) {
      effects
        .computeIfAbsent(scope, key -> new ArrayList<>())
        .add(new EffectFacts(Effect.CPU_HEAVY, BlockingEffects.shortened(function.text()), work.does(), call.line()));
    }
    if (!callee.isEmpty()) {
      SyntaxNode parent = call.parent();
      boolean awaited = parent != null && parent.is("await");
      calls
        .computeIfAbsent(scope, key -> new ArrayList<>())
        .add(new CallFacts(callee, call.line(), placement.recurrence() == Recurrence.SOMETIMES, awaited));
    }
  }

  private String calleeOf(SyntaxNode call) {
    return Callees.referenceTo(call.field("function"), model, module);
  }

  private Set<Trait> traitsOf(Scope function) {
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    if (function.isAsync()) {
      traits.add(Trait.ASYNC);
    }
    SyntaxNode body = function.node().field("body");
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
