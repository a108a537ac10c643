package dev.perfreview.python;

import dev.perfreview.syntax.SyntaxNode;
import java.util.List;
import java.util.function.Supplier;

/**
 * Coroutines with an event loop for themselves, on a thread that is started for it: {@code run_coroutine_threadsafe(self.watch(), self.loop)}
 * beside {@code new_event_loop()} and {@code Thread(…)}. What they block is nobody else's.
 */
final class OwnEventLoop {

  private static final String SUBMIT = "run_coroutine_threadsafe";

  private final Supplier<References> references;

  /**
   * About the coroutines of a file.
   *
   * @param references where it uses its names; worked out for a method only that is asked about
   */
  OwnEventLoop(Supplier<References> references) {
    this.references = references;
  }

  /** Whether the only use of a method in its file is such a start, and nothing else is handed to a loop in that function. */
  boolean runs(Scope method) {
    Scope outer = method.parent();
    if (outer != null && outer.is(Scope.Kind.FUNCTION)) {
      return runsOnThreadOf(outer.node().text(), method.simpleName());
    }
    if (outer == null || !outer.is(Scope.Kind.CLASS)) {
      return false;
    }
    List<SyntaxNode> uses = references.get().toAttributesNamed(method.simpleName());
    SyntaxNode made = uses.size() == 1 ? uses.getFirst().parent() : null;
    SyntaxNode arguments = made == null || !made.is("call") ? null : made.parent();
    SyntaxNode call = arguments == null ? null : arguments.parent();
    SyntaxNode function = call == null || !call.is("call") ? null : call.field("function");
    if (call == null || function == null || !function.text().endsWith(SUBMIT)) {
      return false;
    }
    SyntaxNode starter = call.enclosing("function_definition");
    if (starter == null) {
      return false;
    }
    String text = starter.text();
    return (
      text.contains("new_event_loop(") &&
      text.contains("Thread(") &&
      text.indexOf(SUBMIT) == text.lastIndexOf(SUBMIT) &&
      !text.contains("create_task(")
    );
  }

  /** Whether a function that starts a thread runs a coroutine defined in it to its end: {@code asyncio.run(answer())} on that thread. */
  private static boolean runsOnThreadOf(String function, String coroutine) {
    return (
      (function.contains("run_until_complete(" + coroutine + "(") ||
        function.contains("asyncio.run(" + coroutine + "(")) &&
      function.contains("Thread(") &&
      !function.contains("create_task(")
    );
  }
}
