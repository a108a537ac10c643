package dev.perfreview.rust.rules;

import dev.perfreview.rule.Certainty;
import dev.perfreview.rule.Concern;
import dev.perfreview.rule.Cost;
import dev.perfreview.rule.Finding;
import dev.perfreview.rule.FixAvailability;
import dev.perfreview.rule.Rule;
import dev.perfreview.rule.RuleInfo;
import dev.perfreview.rust.Calls;
import dev.perfreview.rust.RustModel;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxNode;
import java.util.Set;
import java.util.function.Consumer;

/** A task or thread started each time a path that serves runs. */
public final class AddedTask implements Rule<RustModel> {

  private static final RuleInfo INFO = new RuleInfo(
    "added-task",
    Language.RUST,
    "a task or thread started on a hot path",
    Cost.ALLOCATION,
    FixAvailability.NONE,
    Set.of("call_expression")
  )
    .about(Concern.ALLOCATION)
    .onlyInChanges();

  private static final Set<String> TASKS = Set.of(
    "async_std::task::spawn",
    "smol::spawn",
    "tokio::spawn",
    "tokio::task::spawn",
    "tokio::task::spawn_local"
  );

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(SyntaxNode call, RustModel model, Consumer<Finding> findings) {
    String name = Calls.nameOf(call);
    SyntaxNode function = name == null || !name.startsWith("spawn") ? null : Calls.functionOf(call);
    String path = function == null ? null : model.fullPathOf(function);
    if (function == null || path == null || SetUp.holds(call, model)) {
      return;
    }
    String message = null;
    if (TASKS.contains(path)) {
      message = isAwaited(call)
        ? "makes a task each time and waits for it: it is allocated and goes through the queues of the runtime"
        : "makes a task each time: it is allocated, goes through the queues of the runtime, and nothing bounds how many there are";
    } else if (path.equals("std::thread::spawn")) {
      message = "starts a thread each time: tens of microseconds and a stack of its own, before it does any work";
    }
    if (message != null) {
      findings.accept(Finding.at(function, "`" + function.text() + "` " + message).withCertainty(Certainty.PRESUMED));
    }
  }

  private static boolean isAwaited(SyntaxNode call) {
    SyntaxNode parent = call.parent();
    return parent != null && parent.is("await_expression");
  }
}
