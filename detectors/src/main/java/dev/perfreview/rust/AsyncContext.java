package dev.perfreview.rust;

import dev.perfreview.syntax.SyntaxNode;
import org.jspecify.annotations.Nullable;

/** Which coroutine a node belongs to and what runs it. */
final class AsyncContext {

  private AsyncContext() {}

  /**
   * The innermost {@code async} function, block or closure that an {@code .await} at the node would suspend.
   *
   * @return nothing where the nearest function or closure is not async, so that the node cannot await
   */
  static @Nullable SyntaxNode coroutineAround(SyntaxNode node) {
    for (SyntaxNode ancestor : node.ancestors()) {
      switch (ancestor.kind()) {
        case "async_block" -> {
          return ancestor;
        }
        case "closure_expression" -> {
          return isAsyncClosure(ancestor) ? ancestor : null;
        }
        case "function_item" -> {
          return FunctionIndex.isAsync(ancestor) ? ancestor : null;
        }
        default -> {
        }
      }
    }
    return null;
  }

  /** What runs the node. */
  static Execution executionOf(SyntaxNode node) {
    SyntaxNode child = node;
    for (SyntaxNode ancestor : node.ancestors()) {
      if (WithoutRuntime.isFor(ancestor, child)) {
        return Execution.BLOCKING_THREAD;
      }
      child = ancestor;
      switch (ancestor.kind()) {
        case "async_block" -> {
          return isDriven(ancestor) ? Execution.BLOCKING_THREAD : Execution.EVENT_LOOP;
        }
        case "closure_expression" -> {
          if (isAsyncClosure(ancestor)) {
            return Execution.EVENT_LOOP;
          }
          if (Closures.runsOnBlockingThread(ancestor)) {
            return Execution.BLOCKING_THREAD;
          }
          if (!Closures.runsInPlace(ancestor)) {
            return Execution.CALLER;
          }
        }
        case "function_item" -> {
          return FunctionIndex.isAsync(ancestor) ? Execution.EVENT_LOOP : Execution.CALLER;
        }
        default -> {
        }
      }
    }
    return Execution.CALLER;
  }

  /**
   * The function that runs the node each time it is called.
   *
   * @return nothing where a closure that is handed on, an async block or an item within the function has the node instead, and where no
   *     caller on an async runtime gets to it
   */
  static @Nullable SyntaxNode functionRunning(SyntaxNode node) {
    SyntaxNode child = node;
    for (SyntaxNode ancestor : node.ancestors()) {
      if (WithoutRuntime.isFor(ancestor, child)) {
        return null;
      }
      child = ancestor;
      switch (ancestor.kind()) {
        case "function_item" -> {
          return ancestor;
        }
        case "async_block", "const_item", "static_item" -> {
          return null;
        }
        case "closure_expression" -> {
          if (isAsyncClosure(ancestor) || !Closures.runsInPlace(ancestor)) {
            return null;
          }
        }
        default -> {
        }
      }
    }
    return null;
  }

  /** Whether an async block is handed to {@code block_on}: the thread is there for nothing else. */
  private static boolean isDriven(SyntaxNode block) {
    SyntaxNode call = Calls.callTaking(block);
    return call != null && "block_on".equals(Calls.nameOf(call));
  }

  private static boolean isAsyncClosure(SyntaxNode closure) {
    return closure.firstChild("async") != null;
  }
}
