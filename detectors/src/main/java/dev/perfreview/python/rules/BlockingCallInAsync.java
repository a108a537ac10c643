package dev.perfreview.python.rules;

import dev.perfreview.python.Arguments;
import dev.perfreview.python.Binding;
import dev.perfreview.python.PythonModel;
import dev.perfreview.python.Variable;
import dev.perfreview.python.effects.BlockingEffects;
import dev.perfreview.python.effects.BlockingOperation;
import dev.perfreview.rule.Cost;
import dev.perfreview.rule.Evidence;
import dev.perfreview.rule.Finding;
import dev.perfreview.rule.FixAvailability;
import dev.perfreview.rule.Rule;
import dev.perfreview.rule.RuleInfo;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxNode;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A call that blocks its thread, made by a coroutine: the event loop and all its other coroutines wait. */
public final class BlockingCallInAsync implements Rule<PythonModel> {

  private static final RuleInfo INFO = new RuleInfo(
    "blocking-call-in-async",
    Language.PYTHON,
    "a call that blocks the event loop, so that no other coroutine runs",
    Cost.STALL,
    FixAvailability.SOMETIMES,
    Set.of("call", "with_statement")
  );

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(SyntaxNode node, PythonModel model, Consumer<Finding> findings) {
    if (!model.asyncContext().isOnEventLoop(node)) {
      return;
    }
    if (node.is("with_statement")) {
      checkLocks(node, model, findings);
      return;
    }
    SyntaxNode function = node.field("function");
    BlockingOperation operation = function == null ? null : BlockingEffects.of(node, model);
    if (function == null) {
      return;
    }
    if (operation == null) {
      BlockingChain.findingAt(node, function, model).ifPresent(findings);
      return;
    }
    Finding finding = finding(node, function, operation, model);
    SyntaxNode receiver = function.field("object");
    if (receiver != null && model.names().of(function) == null) {
      finding = withDeclaration(finding, receiver, model.types().typeOf(receiver).name(), model);
    }
    findings.accept(finding);
  }

  private static Finding finding(SyntaxNode call, SyntaxNode function, BlockingOperation operation, PythonModel model) {
    boolean yieldsOnly = operation == BlockingOperation.SLEEP && isZero(Arguments.of(call).positional(0));
    String message = yieldsOnly
      ? "`%s(0)` lets other threads run but no other coroutine: the event loop does not get control".formatted(
          function.text()
        )
      : "`%s` %s on the event loop, so no other coroutine runs meanwhile".formatted(
          BlockingEffects.shortened(function.text()),
          operation.does()
        );
    return Finding.at(call, message)
      .withCost(yieldsOnly ? Cost.OVERHEAD : operation.cost())
      .withFix(BlockingCallFix.of(call, function, operation, model).orElse(null));
  }

  private static boolean isZero(@Nullable SyntaxNode node) {
    return node != null && node.textIs("0");
  }

  private static void checkLocks(SyntaxNode with, PythonModel model, Consumer<Finding> findings) {
    SyntaxNode clause = with.firstChild("with_clause");
    SyntaxNode body = with.field("body");
    if (with.firstChild("async") != null || clause == null || body == null) {
      return;
    }
    for (SyntaxNode item : clause.namedChildren()) {
      SyntaxNode lock = item.field("value");
      if (lock == null || !lock.isAny("identifier", "attribute", "subscript")) {
        continue;
      }
      String type = model.types().typeOf(lock).name();
      if (BlockingEffects.locksThread(type)) {
        boolean suspends = AwaitSearch.isIn(body);
        String message = suspends
          ? "`%s` stays locked while the coroutine is suspended: whoever wants it then blocks the event loop"
          : "`with %s` waits on the event loop while a thread holds the lock, so no other coroutine runs meanwhile";
        Finding finding = Finding.at(item, message.formatted(lock.text())).withCost(
          suspends ? Cost.STALL : Cost.OVERHEAD
        );
        findings.accept(withDeclaration(finding, lock, type, model));
      }
    }
  }

  private static Finding withDeclaration(Finding finding, SyntaxNode object, String type, PythonModel model) {
    Variable variable = model.types().variableOf(object);
    if (variable == null) {
      return finding;
    }
    for (Binding binding : variable.bindings()) {
      if (!binding.isNone()) {
        return finding.withEvidence(Evidence.at(binding.target(), "a `%s` from here".formatted(type)));
      }
    }
    return finding;
  }
}
