package dev.perfreview.python.rules;

import dev.perfreview.python.Arguments;
import dev.perfreview.python.PythonModel;
import dev.perfreview.syntax.SyntaxNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call that makes a queue.
 *
 * @param takesBound whether queues of its kind can have a bound
 * @param isBounded whether this one has, or may have by arguments that are not in sight
 */
record MadeQueue(boolean takesBound, boolean isBounded) {
  /** Makers of queues by dotted name, with whether they take a bound at all. */
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

  /** What is known of the queue that an expression makes; nothing when it is not known to make one. */
  static @Nullable MadeQueue of(@Nullable SyntaxNode expression, PythonModel model) {
    SyntaxNode function = expression == null || !expression.is("call") ? null : expression.field("function");
    String name = function == null ? null : model.names().of(function);
    Boolean takesBound = name == null ? null : QUEUES.get(name);
    return expression == null || takesBound == null
      ? null
      : new MadeQueue(takesBound, isBounded(Arguments.of(expression)));
  }

  private static boolean isBounded(Arguments arguments) {
    SyntaxNode bound = arguments.parameter(0, "maxsize");
    return arguments.hasSplat() || (bound != null && !bound.textIs("0"));
  }
}
