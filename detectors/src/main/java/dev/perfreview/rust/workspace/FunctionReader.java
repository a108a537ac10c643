package dev.perfreview.rust.workspace;

import dev.perfreview.rule.Cost;
import dev.perfreview.rust.Calls;
import dev.perfreview.rust.RustModel;
import dev.perfreview.rust.blocking.BlockingCalls;
import dev.perfreview.rust.blocking.BlockingOperation;
import dev.perfreview.rust.guards.Acquisition;
import dev.perfreview.rust.guards.Acquisitions;
import dev.perfreview.rust.guards.LockFamily;
import dev.perfreview.rust.iteration.ListForCount;
import dev.perfreview.semantics.CodeFunction;
import dev.perfreview.semantics.Placement;
import dev.perfreview.semantics.Recurrence;
import dev.perfreview.semantics.workspace.CallFacts;
import dev.perfreview.semantics.workspace.Effect;
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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads off a file's functions what others must know to call them: what they are, what they call, what they do by themselves. */
final class FunctionReader {

  private static final KindSet CALLS = KindSet.of(Language.RUST, "call_expression");
  private static final Pattern CONSTRUCTOR = Pattern.compile(
    "(try_)?(new|build|init|initialize|open|connect|create|setup|spawn|start)(_.*)?|default|from_(env|file|config|path)"
  );

  private final RustModel model;
  private final AbsolutePaths paths;
  private final BlockingCalls blocking;
  private final Acquisitions acquisitions;
  private final FunctionLog<SyntaxNode> log = new FunctionLog<>();

  FunctionReader(RustModel model, AbsolutePaths paths) {
    this.model = model;
    this.paths = paths;
    this.blocking = new BlockingCalls(model);
    this.acquisitions = new Acquisitions(model);
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
          log.callsOf(declaration),
          log.effectsOf(declaration)
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
    EffectFacts effect = effectOf(call);
    if (callee.isEmpty() && effect == null) {
      return;
    }
    Placement placement = model.placementOf(call);
    if (placement.cold() != null) {
      return;
    }
    if (effect != null) {
      log.add(function, effect);
    }
    if (!callee.isEmpty()) {
      SyntaxNode parent = call.parent();
      boolean awaited = parent != null && parent.is("await_expression");
      boolean onBranch = placement.recurrence() == Recurrence.SOMETIMES;
      log.add(function, new CallFacts(callee, call.line(), onBranch, awaited));
    }
  }

  /** What a call does to the thread that makes it, whatever functions of the workspace do. */
  private @Nullable EffectFacts effectOf(SyntaxNode call) {
    BlockingOperation operation = blocking.of(call);
    if (operation == BlockingOperation.LOCK || (operation == null && takesLock(call))) {
      return effect(Effect.TAKES_LOCK, call, BlockingOperation.LOCK);
    }
    if (operation == null || !isLong(operation)) {
      return null;
    }
    return effect(operation.cost() == Cost.STALL ? Effect.BLOCKS : Effect.BLOCKS_BRIEFLY, call, operation);
  }

  private static EffectFacts effect(Effect effect, SyntaxNode call, BlockingOperation operation) {
    return new EffectFacts(effect, "" + Calls.nameOf(call), operation.does(), call.line());
  }

  /** Whether a call takes a lock on which the thread waits: neither one of an async runtime nor a borrow that is checked when it is made. */
  private boolean takesLock(SyntaxNode call) {
    Acquisition acquisition = Acquisitions.mayAcquire(call) ? acquisitions.of(call) : null;
    return (
      acquisition != null && (acquisition.family() == LockFamily.STD || acquisition.family() == LockFamily.PARKING_LOT)
    );
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
    if (ListForCount.collects(function.declaration(), model)) {
      traits.add(Trait.COLLECTS);
    }
    SyntaxNode parameters = function.declaration().field("parameters");
    SyntaxNode self = parameters == null ? null : parameters.firstChild("self_parameter");
    if (self != null && self.firstChild("&") != null) {
      traits.add(self.firstChild("mutable_specifier") == null ? Trait.BORROWS : Trait.CHANGES);
    }
    if (model.isCalledRarely(function.declaration())) {
      traits.add(Trait.COLD);
    }
    return traits;
  }
}
