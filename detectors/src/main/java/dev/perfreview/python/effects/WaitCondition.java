package dev.perfreview.python.effects;

import dev.perfreview.python.Arguments;
import dev.perfreview.python.Binding;
import dev.perfreview.python.PythonModel;
import dev.perfreview.python.Variable;
import dev.perfreview.syntax.SyntaxNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a call that can block does block here: what its arguments and the code around it say. */
final class WaitCondition {

  private static final Set<String> TAKES_AWAITABLES = Set.of(
    "asyncio.wait_for",
    "asyncio.gather",
    "asyncio.create_task",
    "asyncio.ensure_future",
    "asyncio.shield"
  );

  private final PythonModel model;

  WaitCondition(PythonModel model) {
    this.model = model;
  }

  /** Whether a call to a blocking function or method returns at once all the same, or was never blocking. */
  boolean returnsAtOnce(SyntaxNode call, @Nullable SyntaxNode receiver, String method) {
    if (isAwaited(call) || isToldNotToWait(call, method)) {
      return true;
    }
    if (receiver == null) {
      return false;
    }
    return switch (model.types().typeOf(receiver).name()) {
      case "concurrent.futures.Future" -> isAskedBefore(call, receiver, ".done");
      case "threading.Thread", "multiprocessing.Process" -> isAskedBefore(call, receiver, ".is_alive");
      case "queue.Queue", "queue.LifoQueue", "queue.PriorityQueue", "multiprocessing.Queue" -> method.equals("put")
        ? !isBounded(receiver)
        : isAskedBefore(call, receiver, ".empty") || isAskedBefore(call, receiver, ".qsize");
      case "zmq.Socket" -> method.startsWith("recv") && isPolled(receiver);
      case "socket.socket" -> model.references().toAttributesNamed("setblocking").stream().findAny().isPresent();
      default -> false;
    };
  }

  /** Whether a poller watches a socket, so that it is read from when there is something to read. */
  private boolean isPolled(SyntaxNode socket) {
    for (SyntaxNode use : model.references().toAttributesNamed("register")) {
      SyntaxNode call = use.parent();
      SyntaxNode watched = call != null && call.is("call") ? Arguments.of(call).positional(0) : null;
      if (watched != null && watched.textIs(socket.text())) {
        return true;
      }
    }
    return false;
  }

  /** Whether the call makes an awaitable: the object is then an asynchronous one whose type says less than its use. */
  private boolean isAwaited(SyntaxNode call) {
    SyntaxNode parent = call.parent();
    if (parent == null || parent.is("await")) {
      return parent != null;
    }
    SyntaxNode outer = parent.is("argument_list") ? parent.parent() : null;
    SyntaxNode function = outer == null ? null : outer.field("function");
    String name = function == null ? null : model.names().of(function);
    return name != null && TAKES_AWAITABLES.contains(name);
  }

  private static boolean isToldNotToWait(SyntaxNode call, String method) {
    Arguments arguments = Arguments.of(call);
    boolean flagged = arguments
      .positional()
      .stream()
      .anyMatch(argument -> argument.text().contains("NOBLOCK") || argument.text().contains("DONTWAIT"));
    SyntaxNode flags = arguments.keyword("flags");
    SyntaxNode wait = arguments.keyword("wait");
    int blockParameter = method.equals("put") ? 1 : 0;
    SyntaxNode timeout = arguments.keyword("timeout");
    boolean isJoin = method.equals("join") || method.equals("result") || method.equals("poll");
    return (
      flagged ||
      (flags != null && (flags.text().contains("NOBLOCK") || flags.text().contains("DONTWAIT"))) ||
      isFalse(wait) ||
      isFalse(arguments.keyword("block")) ||
      isFalse(arguments.keyword("blocking")) ||
      isFalse(arguments.positional(blockParameter)) ||
      isZero(timeout) ||
      (isJoin && isZero(arguments.positional(0)))
    );
  }

  private static boolean isFalse(@Nullable SyntaxNode node) {
    return node != null && node.is("false");
  }

  private static boolean isZero(@Nullable SyntaxNode node) {
    return node != null && (node.textIs("0") || node.textIs("0.0"));
  }

  /** Whether the function asks the object before whether there is anything to wait for, or awaits it. */
  private static boolean isAskedBefore(SyntaxNode call, SyntaxNode future, String question) {
    SyntaxNode function = call.enclosing("function_definition");
    if (function == null) {
      return false;
    }
    String asked = future.text() + question;
    String awaited = "wrap_future(" + future.text();
    for (SyntaxNode node : function.descendants()) {
      boolean before = node.is("call") && node.start() <= call.start();
      if (before && (node.text().startsWith(asked) || node.text().contains(awaited))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a queue is made with a bound in this file; one that another file makes is taken for unbounded. */
  private boolean isBounded(SyntaxNode queue) {
    Variable variable = model.types().variableOf(queue);
    return variable != null && variable.bindings().stream().anyMatch(WaitCondition::makesBoundedQueue);
  }

  private static boolean makesBoundedQueue(Binding binding) {
    SyntaxNode value = binding.value();
    if (value == null || !value.is("call")) {
      return false;
    }
    SyntaxNode bound = Arguments.of(value).parameter(0, "maxsize");
    return bound != null && !bound.textIs("0") && !bound.text().startsWith("-");
  }
}
