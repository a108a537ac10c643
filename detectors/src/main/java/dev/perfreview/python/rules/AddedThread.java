package dev.perfreview.python.rules;

import dev.perfreview.python.PythonModel;
import dev.perfreview.rule.Certainty;
import dev.perfreview.rule.Concern;
import dev.perfreview.rule.Cost;
import dev.perfreview.rule.Finding;
import dev.perfreview.rule.FixAvailability;
import dev.perfreview.rule.Rule;
import dev.perfreview.rule.RuleInfo;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxNode;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A thread or process started, or work handed to a thread, each time a path that serves runs. */
public final class AddedThread implements Rule<PythonModel> {

  private static final RuleInfo INFO = new RuleInfo(
    "added-thread",
    Language.PYTHON,
    "a thread or process started, or work handed to a thread, on a hot path",
    Cost.CONTENTION,
    FixAvailability.NONE,
    Set.of("call")
  )
    .about(Concern.THREAD)
    .onlyInChanges();

  private static final Set<String> THREADS = Set.of(
    "threading.Thread",
    "threading.Timer",
    "concurrent.futures.ThreadPoolExecutor",
    "multiprocessing.pool.ThreadPool"
  );

  private static final Set<String> PROCESSES = Set.of(
    "concurrent.futures.ProcessPoolExecutor",
    "multiprocessing.Pool",
    "multiprocessing.Process",
    "torch.multiprocessing.Process"
  );

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(SyntaxNode node, PythonModel model, Consumer<Finding> findings) {
    SyntaxNode function = node.field("function");
    if (function == null || !function.isAny("identifier", "attribute")) {
      return;
    }
    SyntaxNode method = function.field("attribute");
    String message =
      method != null && method.textIs("submit") ? ofSubmission(function, model) : ofConstruction(function, model);
    if (message != null && !KeptObject.isMadeByMaker(node, model) && !FirstUse.guards(node)) {
      findings.accept(
        Finding.at(function, "`" + CodeSummary.of(function) + "` " + message).withCertainty(Certainty.PRESUMED)
      );
    }
  }

  private static @Nullable String ofConstruction(SyntaxNode function, PythonModel model) {
    String name = model.names().of(function);
    if (name == null) {
      return null;
    }
    if (PROCESSES.contains(name)) {
      return "starts a process each time, which takes milliseconds and memory of its own before it does any work";
    }
    return THREADS.contains(name)
      ? "starts a thread each time: Python code that computes there holds the GIL, for which this path then waits"
      : null;
  }

  private static @Nullable String ofSubmission(SyntaxNode function, PythonModel model) {
    SyntaxNode executor = function.field("object");
    boolean isOfThreads =
      executor != null && model.types().typeOf(executor).is("concurrent.futures.ThreadPoolExecutor");
    return isOfThreads
      ? "hands work to a thread each time: Python code that computes there holds the GIL, for which this path then waits"
      : null;
  }
}
