package dev.perfreview.python.rules;

import dev.perfreview.python.PythonModel;
import dev.perfreview.python.effects.EventWaits;
import dev.perfreview.python.effects.ExplicitSync;
import dev.perfreview.python.effects.HostSync;
import dev.perfreview.python.effects.SyncExcuses;
import dev.perfreview.python.tensors.Residence;
import dev.perfreview.rule.Certainty;
import dev.perfreview.rule.Cost;
import dev.perfreview.rule.Finding;
import dev.perfreview.rule.FixAvailability;
import dev.perfreview.rule.Rule;
import dev.perfreview.rule.RuleInfo;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxNode;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A wait of the host for the device: the device runs dry, for nothing is queued for it meanwhile. */
public final class GpuSync implements Rule<PythonModel> {

  private static final RuleInfo INFO = new RuleInfo(
    "gpu-sync",
    Language.PYTHON,
    "the host waits for the GPU: `.item()`, `.cpu()`, `if t.any()`, a mask as an index",
    Cost.STALL,
    FixAvailability.NONE,
    Set.of("call", "subscript", "if_statement", "elif_clause", "while_statement", "conditional_expression")
  );

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(SyntaxNode node, PythonModel model, Consumer<Finding> findings) {
    findIn(node, model, sync -> report(sync, model).ifPresent(findings));
    if (node.is("call")) {
      DistantSync.of(node, model).ifPresent(distant ->
        report(distant.sync(), model).map(distant::withWay).ifPresent(findings)
      );
    }
  }

  private static void findIn(SyntaxNode node, PythonModel model, Consumer<HostSync> syncs) {
    switch (node.kind()) {
      case "call" -> ExplicitSync.of(node, model)
        .or(() -> ImplicitSync.ofCall(node, model))
        .ifPresent(syncs);
      case "subscript" -> ImplicitSync.ofSubscript(node, model).ifPresent(syncs);
      case "conditional_expression" -> ImplicitSync.inCondition(node.namedChildren().get(1), model, syncs);
      default -> {
        SyntaxNode condition = node.field("condition");
        if (condition != null) {
          ImplicitSync.inCondition(condition, model, syncs);
        }
      }
    }
  }

  private static Optional<Finding> report(HostSync sync, PythonModel model) {
    boolean presumed = sync.residence() == Residence.PRESUMED_DEVICE;
    // After a wait for an event, what looks like a tensor of the device mostly is the copy that the wait was for.
    boolean excused =
      SyncExcuses.excuse(sync.node()) ||
      SyncExcuses.isAskedFor(sync.node()) ||
      (presumed && EventWaits.precede(sync.node()));
    if (excused || followsAnother(sync.node(), model)) {
      return Optional.empty();
    }
    return Optional.of(
      Finding.at(
        sync.node(),
        "`%s` %s: the host waits until the GPU has done all that is queued before".formatted(
          SourceQuote.of(sync.node()),
          sync.reason()
        )
      ).withCertainty(presumed ? Certainty.PRESUMED : InferenceSteps.certaintyAt(sync.node()))
    );
  }

  /**
   * Whether the same statement, the one before it, or the condition of the branch that it begins has waited already, so that the device
   * has little left to do. The first of a row of waits is the one to be rid of.
   */
  private static boolean followsAnother(SyntaxNode node, PythonModel model) {
    SyntaxNode statement = Statements.around(node);
    SyntaxNode previous = Statements.before(statement);
    // What a loop does last is done just before what follows it.
    SyntaxNode body = previous != null && previous.is("for_statement") ? previous.field("body") : null;
    previous = body == null || body.namedChildren().isEmpty() ? previous : body.namedChildren().getLast();
    boolean simple = previous != null && previous.is("expression_statement");
    return (
      takesWhatWaited(node, model) ||
      isAskedAfterAnother(node, model) ||
      waits(statement, node.start(), node, model) ||
      (simple && previous != null && waits(previous, previous.end(), node, model)) ||
      (previous != null && !statement.is("while_statement") && leavesAfterWait(previous, model)) ||
      (previous == null && beginsBranchThatWaits(statement, model))
    );
  }

  /** Whether what a call reads was waited for already: {@code torch.where(mask)[0].tolist()}. */
  private static boolean takesWhatWaited(SyntaxNode node, PythonModel model) {
    SyntaxNode inner = receiverOf(node);
    while (inner != null && !isWait(inner, model)) {
      inner = receiverOf(inner);
    }
    return inner != null;
  }

  /** Whether an earlier part of the same condition has waited already: {@code if done.all().item() or lengths[0] > limit}. */
  private static boolean isAskedAfterAnother(SyntaxNode node, PythonModel model) {
    boolean[] found = new boolean[1];
    for (SyntaxNode ancestor : node.ancestors()) {
      if (found[0] || ancestor.isAny("block", "module", "lambda")) {
        break;
      }
      SyntaxNode left = ancestor.is("boolean_operator") ? ancestor.field("left") : null;
      if (left != null && !left.contains(node)) {
        for (SyntaxNode before : left.descendants()) {
          found[0] |= isWait(before, model);
        }
        ImplicitSync.inCondition(left, model, sync -> found[0] = true);
      }
    }
    return found[0];
  }

  private static @Nullable SyntaxNode receiverOf(SyntaxNode node) {
    return switch (node.kind()) {
      case "call" -> node.field("function");
      case "attribute" -> node.field("object");
      case "subscript" -> node.field("value");
      default -> null;
    };
  }

  private static boolean beginsBranchThatWaits(SyntaxNode statement, PythonModel model) {
    SyntaxNode block = statement.parent();
    SyntaxNode branch = block == null ? null : block.parent();
    SyntaxNode condition =
      block == null ||
      branch == null ||
      !branch.isAny("if_statement", "elif_clause") ||
      !"consequence".equals(block.fieldName())
        ? null
        : branch.field("condition");
    boolean[] found = new boolean[1];
    if (condition != null) {
      ImplicitSync.inCondition(condition, model, sync -> found[0] = true);
    }
    return found[0];
  }

  /** Whether a branch was left out just before whose condition has waited: {@code if all(done): break}. */
  private static boolean leavesAfterWait(SyntaxNode branch, PythonModel model) {
    SyntaxNode body = branch.is("if_statement") ? branch.field("consequence") : null;
    boolean leaves =
      body != null &&
      branch.field("alternative") == null &&
      !body.namedChildren().isEmpty() &&
      body
        .namedChildren()
        .getLast()
        .isAny("break_statement", "continue_statement", "return_statement", "raise_statement");
    return leaves && conditionWaits(branch, model);
  }

  /** Whether a condition is known to wait: one that only seems to is no reason to be silent about what follows. */
  private static boolean conditionWaits(SyntaxNode branch, PythonModel model) {
    SyntaxNode condition = branch.field("condition");
    boolean[] found = new boolean[1];
    if (condition != null) {
      Consumer<HostSync> known = sync ->
        found[0] |= sync.residence() == Residence.DEVICE && !SyncExcuses.excuse(sync.node());
      ImplicitSync.inCondition(condition, model, known);
      Stream.concat(Stream.of(condition), condition.streamDescendants())
        .filter(node -> node.isAny("call", "subscript"))
        .forEach(node -> findIn(node, model, known));
    }
    return found[0];
  }

  private static boolean waits(SyntaxNode statement, int end, SyntaxNode except, PythonModel model) {
    if (!statement.isAny("expression_statement", "return_statement")) {
      return false;
    }
    boolean[] found = new boolean[1];
    for (SyntaxNode node : statement.descendants()) {
      if (node.end() > end || node.start() >= end) {
        continue;
      }
      if (node.isAny("call", "subscript") && !node.contains(except) && !except.contains(node)) {
        found[0] |= isWait(node, model) || readsResult(node, model);
      }
    }
    return found[0];
  }

  /** Whether a call or subscript waits by itself, and not where waits are excused. */
  private static boolean isWait(SyntaxNode node, PythonModel model) {
    boolean[] found = new boolean[1];
    if (node.isAny("call", "subscript")) {
      findIn(node, model, sync -> found[0] |= !SyncExcuses.excuse(sync.node()));
    }
    return found[0];
  }

  /** Whether a call reads what a function of torch gives: if the device has it, it was waited for. */
  private static boolean readsResult(SyntaxNode call, PythonModel model) {
    SyntaxNode function = call.field("function");
    SyntaxNode result = function == null ? null : function.field("object");
    if (result == null || ExplicitSync.ofDeviceTensor(call, result).isEmpty()) {
      return false;
    }
    SyntaxNode made = result.is("call") ? result.field("function") : null;
    String name = made == null ? null : model.names().of(made);
    return name != null && name.startsWith("torch.") && model.tensors().valueOf(result).residence() != Residence.HOST;
  }
}
