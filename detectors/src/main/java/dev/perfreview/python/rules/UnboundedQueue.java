package dev.perfreview.python.rules;

import dev.perfreview.python.Arguments;
import dev.perfreview.python.PythonModel;
import dev.perfreview.python.Variable;
import dev.perfreview.rule.Cost;
import dev.perfreview.rule.Evidence;
import dev.perfreview.rule.Finding;
import dev.perfreview.rule.FixAvailability;
import dev.perfreview.rule.Rule;
import dev.perfreview.rule.RuleInfo;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxNode;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** A queue without a bound between a path that serves and a loop that waits for the outside world. */
public final class UnboundedQueue implements Rule<PythonModel> {

  private static final RuleInfo INFO = new RuleInfo(
    "unbounded-queue",
    Language.PYTHON,
    "a queue without a bound, emptied by a loop that waits for input or output",
    Cost.GROWTH,
    FixAvailability.NONE,
    Set.of("call")
  );

  /** Makers of queues, with whether they take a bound at all. */
  private static final Map<String, Boolean> QUEUES = Map.ofEntries(
    Map.entry("queue.Queue", true),
    Map.entry("queue.LifoQueue", true),
    Map.entry("queue.PriorityQueue", true),
    Map.entry("queue.SimpleQueue", false),
    Map.entry("asyncio.Queue", true),
    Map.entry("asyncio.LifoQueue", true),
    Map.entry("asyncio.PriorityQueue", true),
    Map.entry("multiprocessing.Queue", true),
    Map.entry("multiprocessing.JoinableQueue", true),
    Map.entry("multiprocessing.SimpleQueue", false),
    Map.entry("torch.multiprocessing.Queue", true)
  );

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(SyntaxNode node, PythonModel model, Consumer<Finding> findings) {
    SyntaxNode function = node.field("function");
    SyntaxNode assignment = node.parent();
    SyntaxNode target = assignment != null && assignment.is("assignment") ? assignment.field("left") : null;
    if (function == null || target == null || !target.is("attribute")) {
      return;
    }
    String name = model.names().of(function);
    Boolean takesBound = name == null ? null : QUEUES.get(name);
    Variable variable = takesBound == null || isBounded(Arguments.of(node)) ? null : model.types().variableOf(target);
    QueueTraffic traffic = variable == null ? null : QueueTraffic.of(variable, model);
    if (takesBound == null || variable == null || traffic == null) {
      return;
    }
    Finding finding = Finding.at(
      node,
      "`%s` has no bound: whenever `%s` takes longer than usual it grows, and with it the memory of the process%s".formatted(
        variable.name(),
        CodeSummary.of(traffic.pause()),
        takesBound ? "" : ", for a `SimpleQueue` cannot have one"
      )
    );
    findings.accept(
      finding
        .withHeatAt(traffic.put())
        .withEvidence(Evidence.at(traffic.put(), "filled here"))
        .withEvidence(Evidence.at(traffic.pause(), "waits between two takings"))
    );
  }

  private static boolean isBounded(Arguments arguments) {
    SyntaxNode bound = arguments.parameter(0, "maxsize");
    return arguments.hasSplat() || (bound != null && !bound.textIs("0"));
  }
}
