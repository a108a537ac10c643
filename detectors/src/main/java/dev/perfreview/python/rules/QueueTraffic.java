package dev.perfreview.python.rules;

import dev.perfreview.python.Loops;
import dev.perfreview.python.PythonModel;
import dev.perfreview.python.Variable;
import dev.perfreview.syntax.SyntaxNode;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What goes through a queue that an attribute holds.
 *
 * @param put the call that fills it
 * @param pause the function that the loop that empties it calls and waits for between two takings
 */
record QueueTraffic(SyntaxNode put, SyntaxNode pause) {
  private static final Set<String> TAKES = Set.of("get");
  private static final Set<String> PUTS = Set.of("put", "put_nowait");
  /** Methods by which a program watches over the length, or waits until the queue is empty. */
  private static final Set<String> WATCHES = Set.of("qsize", "full", "join", "empty");
  /** Methods that wait for another process, machine or disk. */
  private static final Pattern WAITS = Pattern.compile(
    "send\\w*|publish\\w*|post|request|write\\w*|flush|upload\\w*|urlopen|execute\\w*|xadd|lpush|rpush|produce"
  );

  /** The traffic of a queue that one function fills and the loop of another empties at the speed of the outside world. */
  static @Nullable QueueTraffic of(Variable queue, PythonModel model) {
    SyntaxNode put = null;
    SyntaxNode pause = null;
    SyntaxNode taker = null;
    for (SyntaxNode use : model.references().to(queue, model.types())) {
      SyntaxNode method = use.parent();
      SyntaxNode name = method != null && method.is("attribute") ? method.field("attribute") : null;
      SyntaxNode call = method == null ? null : method.parent();
      boolean called = method != null && call != null && call.is("call") && "function".equals(method.fieldName());
      if (name == null || call == null || !called) {
        if (!isTarget(use)) {
          // Whoever gets the queue may bound it, or fill and empty it in ways that are not in sight.
          return null;
        }
        continue;
      }
      if (WATCHES.contains(name.text())) {
        return null;
      }
      if (PUTS.contains(name.text()) && put == null && model.placementOf(call).cold() == null && !putsSentinel(call)) {
        put = call;
      }
      if (TAKES.contains(name.text()) && pause == null) {
        pause = pauseAfter(call);
        taker = call.enclosing("function_definition");
      }
    }
    boolean apart = put != null && taker != null && !taker.contains(put);
    return put != null && pause != null && apart ? new QueueTraffic(put, pause) : null;
  }

  private static boolean isTarget(SyntaxNode use) {
    return "left".equals(use.fieldName());
  }

  private static boolean putsSentinel(SyntaxNode put) {
    return put.text().endsWith("(None)");
  }

  /** What the loop without an end that takes from the queue waits for. */
  private static @Nullable SyntaxNode pauseAfter(SyntaxNode take) {
    for (SyntaxNode loop : take.ancestors()) {
      if (loop.is("function_definition")) {
        return null;
      }
      if (loop.is("while_statement") && Loops.keepsAlive(loop)) {
        return loop
          .streamDescendants()
          .filter(node -> node.is("call") && waits(node))
          .findFirst()
          .map(call -> call.field("function"))
          .orElse(null);
      }
    }
    return null;
  }

  private static boolean waits(SyntaxNode call) {
    SyntaxNode function = call.field("function");
    SyntaxNode name = function == null ? null : function.field("attribute");
    return name != null && WAITS.matcher(name.text()).matches();
  }
}
