package dev.perfreview.rust.rules;

import dev.perfreview.rule.Cost;
import dev.perfreview.rule.Evidence;
import dev.perfreview.rule.Finding;
import dev.perfreview.rule.FixAvailability;
import dev.perfreview.rule.Rule;
import dev.perfreview.rule.RuleInfo;
import dev.perfreview.rust.Binding;
import dev.perfreview.rust.Calls;
import dev.perfreview.rust.Execution;
import dev.perfreview.rust.RustModel;
import dev.perfreview.rust.blocking.BlockingCalls;
import dev.perfreview.rust.blocking.BlockingOperation;
import dev.perfreview.rust.blocking.BlockingReach;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxNode;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** A call that keeps a thread of an async runtime waiting, made by a task: the other tasks on that thread wait too. */
public final class BlockingCallInAsync implements Rule<RustModel> {

  private static final RuleInfo INFO = new RuleInfo(
    "blocking-call-in-async",
    Language.RUST,
    "a call that blocks a thread of the async runtime, so that no other task runs on it",
    Cost.STALL,
    FixAvailability.SOMETIMES,
    Set.of("source_file")
  );

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(SyntaxNode file, RustModel model, Consumer<Finding> findings) {
    if (!file.snapshot().text().string().contains("async")) {
      return;
    }
    BlockingCalls calls = new BlockingCalls(model);
    BlockingReach reach = new BlockingReach(model, calls);
    BlockingSeverity severity = new BlockingSeverity(model);
    for (SyntaxNode node : file.descendants()) {
      if (node.is("call_expression") && model.executionOf(node) == Execution.EVENT_LOOP) {
        check(node, calls, reach, severity, model, findings);
      }
    }
  }

  private static void check(
    SyntaxNode call,
    BlockingCalls calls,
    BlockingReach reach,
    BlockingSeverity severity,
    RustModel model,
    Consumer<Finding> findings
  ) {
    BlockingOperation operation = calls.of(call);
    if (operation == null) {
      BlockingReach.Reached reached = reach.of(call);
      if (reached != null) {
        findings.accept(
          reaching(call, reached).withCertainty(
            severity.of(call, reached.operation().usesFiles(), model.functionCalled(call))
          )
        );
      } else {
        BlockingChain.findingAt(call, nameOf(call), severity, model).ifPresent(findings);
      }
    } else if (!isOfFileOpenedHere(call, operation, model)) {
      String message =
        "`" +
        nameOf(call) +
        "` " +
        operation.does() +
        " on a thread of the async runtime, so no other task runs on it meanwhile";
      findings.accept(
        Finding.at(call, message)
          .withCost(operation.cost())
          .withCertainty(severity.of(call, operation.usesFiles(), null))
          .withFix(AwaitableReplacement.of(call, model))
      );
    }
  }

  /** Whether a file is read or written that the function itself opened, which is reported already. */
  private static boolean isOfFileOpenedHere(SyntaxNode call, BlockingOperation operation, RustModel model) {
    SyntaxNode receiver = operation == BlockingOperation.FILE ? Calls.receiverOf(call) : null;
    Binding binding = receiver == null ? null : model.bindingOf(receiver);
    return binding != null && binding.declaration().isAny("let_declaration", "match_arm", "let_condition");
  }

  private static Finding reaching(SyntaxNode call, BlockingReach.Reached reached) {
    List<SyntaxNode> path = reached.path();
    SyntaxNode last = path.getLast();
    String message =
      "`" +
      nameOf(call) +
      "` gets to `" +
      nameOf(last) +
      "`, which " +
      reached.operation().does() +
      " on a thread of the async runtime, so no other task runs on it meanwhile";
    Finding finding = Finding.at(call, message).withCost(reached.operation().cost());
    for (SyntaxNode step : path) {
      String note = step.equals(last)
        ? "which " + reached.operation().does() + " here"
        : "which calls `" + nameOf(step) + "`";
      finding = finding.withEvidence(Evidence.at(step, note));
    }
    return finding;
  }

  /** What is called, on one line, the end of it where it is long. */
  private static String nameOf(SyntaxNode call) {
    SyntaxNode function = Calls.functionOf(call);
    SyntaxNode receiver = Calls.receiverOf(call);
    String name = Calls.nameOf(call);
    boolean isChain = receiver != null && !receiver.isAny("identifier", "self", "field_expression");
    String text = function == null || isChain ? "" + name : function.text().replaceAll("\\s+", "");
    return text.length() <= 60 ? text : "…" + text.substring(text.length() - 59);
  }
}
