package dev.perfreview.python.workspace;

import dev.perfreview.python.Binding;
import dev.perfreview.python.Parameters;
import dev.perfreview.python.PythonModel;
import dev.perfreview.python.Variable;
import dev.perfreview.python.effects.BlockingEffects;
import dev.perfreview.python.effects.BlockingOperation;
import dev.perfreview.python.effects.ExplicitSync;
import dev.perfreview.python.effects.HeavyCalls;
import dev.perfreview.python.effects.HeavyWork;
import dev.perfreview.python.effects.SyncExcuses;
import dev.perfreview.python.tensors.Residence;
import dev.perfreview.rule.Cost;
import dev.perfreview.semantics.Recurrence;
import dev.perfreview.semantics.workspace.Effect;
import dev.perfreview.semantics.workspace.EffectFacts;
import dev.perfreview.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells what a single call, or taking a lock in a {@code with}, does to the thread that runs it. */
final class EffectReader {

  private static final Pattern KIND_OF_INPUT = Pattern.compile("isinstance\\(|is_?file\\(|exists\\(");

  private final PythonModel model;

  EffectReader(PythonModel model) {
    this.model = model;
  }

  /** The effects of a {@code call} or {@code with_item}; those of the functions of the workspace that it calls are not its own. */
  List<EffectFacts> of(SyntaxNode act) {
    if (act.is("with_item")) {
      return ofLock(act.field("value"));
    }
    SyntaxNode function = act.field("function");
    if (function == null) {
      return List.of();
    }
    List<EffectFacts> effects = new ArrayList<>(1);
    BlockingOperation operation = BlockingEffects.of(act, model);
    if (operation == BlockingOperation.LOCK) {
      effects.add(effect(Effect.TAKES_LOCK, function, operation.does()));
    } else if (operation != null && operation.isLong() && !isForSomeCalls(operation, act)) {
      Effect effect = operation.cost() == Cost.STALL ? Effect.BLOCKS : Effect.BLOCKS_BRIEFLY;
      effects.add(effect(effect, function, operation.does()));
    }
    HeavyWork work = HeavyCalls.of(act, model);
    if (work != null && work.isLong()) {
      effects.add(effect(Effect.CPU_HEAVY, function, work.does()));
    }
    if (ExplicitSync.mayRead(act)) {
      waitForDevice(act, function).ifPresent(effects::add);
    }
    return effects;
  }

  /** Whether most calls of the function pass by: a sleep on any branch is for tests, retries and limits, and a file may be one of several kinds of input. */
  private static boolean isForSomeCalls(BlockingOperation operation, SyntaxNode act) {
    for (SyntaxNode ancestor : act.ancestors()) {
      if (ancestor.is("function_definition")) {
        return false;
      }
      SyntaxNode condition = ancestor.isAny("if_statement", "elif_clause") ? ancestor.field("condition") : null;
      boolean onBranch = condition != null && !condition.contains(act);
      boolean byKind = onBranch && condition != null && KIND_OF_INPUT.matcher(condition.text()).find();
      if ((onBranch && operation == BlockingOperation.SLEEP) || (byKind && operation == BlockingOperation.OPEN_FILE)) {
        return true;
      }
    }
    return false;
  }

  private List<EffectFacts> ofLock(@Nullable SyntaxNode lock) {
    SyntaxNode with = lock == null ? null : lock.enclosing("with_statement");
    boolean taken =
      lock != null &&
      with != null &&
      lock.isAny("identifier", "attribute") &&
      with.firstChild("async") == null &&
      BlockingEffects.locksThread(model.types().typeOf(lock).name());
    return taken && lock != null ? List.of(effect(Effect.TAKES_LOCK, lock, BlockingOperation.LOCK.does())) : List.of();
  }

  /** The wait of a call for the device, by what the file shows: what names suggest is too little to tell others. */
  private Optional<EffectFacts> waitForDevice(SyntaxNode call, SyntaxNode function) {
    SyntaxNode object = function.field("object");
    Variable parameter = object == null ? null : parameterOf(object);
    if (SyncExcuses.isRare(call) || mayReturnBefore(call) || (parameter == null && !isUnconditional(call))) {
      return Optional.empty();
    }
    if (object == null || parameter == null) {
      return ExplicitSync.of(call, model)
        .filter(wait -> wait.residence() == Residence.DEVICE && !SyncExcuses.isAskedFor(call))
        .map(wait -> effect(Effect.SYNCS_GPU, function, wait.reason()));
    }
    // `if isinstance(x, Tensor)` is passed by every tensor.
    boolean always = isUnconditional(call) || SyncExcuses.isAskedFor(call);
    SyntaxNode declared = parameter.bindings().getFirst().target();
    return ExplicitSync.ofDeviceTensor(call, object)
      .filter(reason -> always && model.tensors().valueOf(object).residence() != Residence.HOST)
      .map(reason ->
        new EffectFacts(
          Effect.SYNCS_GPU,
          BlockingEffects.shortened(function.text()),
          reason,
          call.line(),
          new EffectFacts.Parameter(Parameters.placeOf(declared), parameter.name())
        )
      );
  }

  /** The parameter that an expression names; nothing for anything else, or where the function binds the name anew. */
  private @Nullable Variable parameterOf(SyntaxNode expression) {
    Variable variable = expression.is("identifier") ? model.scopes().resolve(expression) : null;
    boolean plain =
      variable != null &&
      variable.bindings().size() == 1 &&
      variable.bindings().getFirst().kind() == Binding.Kind.PARAMETER &&
      variable.owner().equals(model.scopes().scopeOf(expression).definition());
    return plain ? variable : null;
  }

  /** Whether the function may be left before a place: what most calls have no need of is often passed by like that. */
  private static boolean mayReturnBefore(SyntaxNode place) {
    SyntaxNode function = place.enclosing("function_definition");
    return (
      function != null &&
      function
        .streamDescendants()
        .takeWhile(node -> node.start() < place.start())
        .anyMatch(node -> node.is("return_statement") && !node.contains(place))
    );
  }

  private static EffectFacts effect(Effect effect, SyntaxNode code, String does) {
    return new EffectFacts(effect, BlockingEffects.shortened(code.text()), does, code.line());
  }

  /** Whether each call of the function does it: behind a condition a sleep is for tests and retries, and a wait for values that need it. */
  private boolean isUnconditional(SyntaxNode act) {
    return model.placementOf(act).recurrence() != Recurrence.SOMETIMES;
  }
}
