package dev.perfreview.rust.workspace;

import dev.perfreview.rule.Cost;
import dev.perfreview.rust.Calls;
import dev.perfreview.rust.RustModel;
import dev.perfreview.rust.blocking.BlockingCalls;
import dev.perfreview.rust.blocking.BlockingOperation;
import dev.perfreview.semantics.CodeFunction;
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
import java.util.regex.Pattern;

/** Reads off a file's functions what others must know to call them: what they are, what they call, what they do by themselves. */
final class FunctionReader {

  private static final KindSet CALLS = KindSet.of(Language.RUST, "call_expression");
  private static final Pattern CONSTRUCTOR = Pattern.compile(
    "(try_)?(new|build|init|initialize|open|connect|create|setup|spawn|start)(_.*)?|default|from_(env|file|config|path)"
  );

  private final RustModel model;
  private final AbsolutePaths paths;
  private final BlockingCalls blocking;
  private final Map<SyntaxNode, List<CallFacts>> calls = new HashMap<>();
  private final Map<SyntaxNode, List<EffectFacts>> effects = new HashMap<>();

  FunctionReader(RustModel model, AbsolutePaths paths) {
    this.model = model;
    this.paths = paths;
    this.blocking = new BlockingCalls(model);
  }

  List<FunctionFacts> read() {
    for (SyntaxNode call : model.syntax().root().descendants(CALLS)) {
      readCall(call);
    }
    List<FunctionFacts> facts = new ArrayList<>();
    for (CodeFunction function : model.functions()) {
      SyntaxNode declaration = function.declaration();
      facts.add(
        new FunctionFacts(
          function.qualifiedName(),
          function.nameNode().line(),
          traitsOf(function),
          RustFacts.resultOf(declaration.field("return_type"), model, paths),
          calls.getOrDefault(declaration, List.of()),
          effects.getOrDefault(declaration, List.of())
        )
      );
    }
    return facts;
  }

  private void readCall(SyntaxNode call) {
    SyntaxNode function = model.functionRunning(call);
    if (function == null) {
      return;
    }
    String callee = Callees.referenceTo(call, model, paths);
    BlockingOperation operation = blocking.of(call);
    if (callee.isEmpty() && operation == null) {
      return;
    }
    Placement placement = model.placementOf(call);
    if (placement.cold() != null) {
      return;
    }
    if (operation != null && isLong(operation)) {
      Effect effect = operation.cost() == Cost.STALL ? Effect.BLOCKS : Effect.BLOCKS_BRIEFLY;
      effects
        .computeIfAbsent(function, key -> new ArrayList<>())
        .add(new EffectFacts(effect, "" + Calls.nameOf(call), operation.does(), call.line()));
    }
    if (!callee.isEmpty()) {
      SyntaxNode parent = call.parent();
      boolean awaited = parent != null && parent.is("await_expression");
      calls
        .computeIfAbsent(function, key -> new ArrayList<>())
        .add(new CallFacts(callee, call.line(), placement.recurrence() == Recurrence.SOMETIMES, awaited));
    }
  }

  /** Locks and single questions to the file system are part of almost any function. */
  private static boolean isLong(BlockingOperation operation) {
    return switch (operation) {
      case LOCK, FILE_SYSTEM, INTERPRETER_LOCK, SEND, NAME_LOOKUP -> false;
      default -> true;
    };
  }

  private Set<Trait> traitsOf(CodeFunction function) {
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    if (function.isAsync()) {
      traits.add(Trait.ASYNC);
    }
    if (CONSTRUCTOR.matcher(function.simpleName()).matches()) {
      traits.add(Trait.CONSTRUCTOR);
    }
    SyntaxNode parameters = function.declaration().field("parameters");
    SyntaxNode self = parameters == null ? null : parameters.firstChild("self_parameter");
    if (self != null && self.firstChild("&") != null) {
      traits.add(self.firstChild("mutable_specifier") == null ? Trait.BORROWS : Trait.CHANGES);
    }
    SyntaxNode body = function.declaration().field("body");
    if (body == null || model.placementOf(body).cold() != null) {
      traits.add(Trait.COLD);
    }
    return traits;
  }
}
