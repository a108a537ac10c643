package dev.perfreview.rust.blocking;

import dev.perfreview.rust.Calls;
import dev.perfreview.rust.RustModel;
import dev.perfreview.rust.RustType;
import dev.perfreview.syntax.SyntaxNode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells what a call waits for. Awaited calls wait for nothing: their thread runs other tasks meanwhile. */
public final class BlockingCalls {

  /** What runs Python code under the interpreter lock. */
  private static final Set<String> RUNS_PYTHON = Set.of(
    "call",
    "call0",
    "call1",
    "call_bound",
    "call_method",
    "call_method0",
    "call_method1",
    "eval",
    "import",
    "import_bound",
    "run"
  );

  /** Methods of clients that block for the answer, where the chain that they end starts in such a client's crate. */
  private static final Set<String> SENDS_REQUEST = Set.of(
    "call",
    "send",
    "send_json",
    "send_form",
    "send_string",
    "execute"
  );

  private final RustModel model;

  /** Prepares to ask about the calls of a file. */
  public BlockingCalls(RustModel model) {
    this.model = model;
  }

  /** What a {@code call_expression} does to its thread; nothing when it does not block, or when nothing in sight tells. */
  public @Nullable BlockingOperation of(SyntaxNode call) {
    String name = Calls.nameOf(call);
    SyntaxNode parent = call.parent();
    if (name == null || (parent != null && parent.is("await_expression"))) {
      return null;
    }
    SyntaxNode receiver = Calls.receiverOf(call);
    return receiver == null ? ofFunction(call, name) : ofMethod(call, receiver, name);
  }

  private @Nullable BlockingOperation ofFunction(SyntaxNode call, String name) {
    SyntaxNode function = Calls.functionOf(call);
    String path = function == null ? null : model.fullPathOf(function);
    if (path == null) {
      return null;
    }
    boolean takesInterpreterLock = name.equals("with_gil") || name.equals("attach");
    if (takesInterpreterLock && path.endsWith("Python::" + name)) {
      return ofInterpreterLock(call);
    }
    return BlockingFunctions.function(path);
  }

  /** Making the result of a future that Python awaits takes the lock on that thread in any case. */
  private static @Nullable BlockingOperation ofInterpreterLock(SyntaxNode call) {
    if (runsPython(call)) {
      return BlockingOperation.PYTHON;
    }
    SyntaxNode coroutine = call.enclosing("async_block", "function_item");
    SyntaxNode taker = coroutine == null ? null : Calls.callTaking(coroutine);
    String name = taker == null ? null : Calls.nameOf(taker);
    return name != null && name.startsWith("future_into_py") ? null : BlockingOperation.INTERPRETER_LOCK;
  }

  private static boolean runsPython(SyntaxNode call) {
    return call
      .streamDescendants()
      .filter(node -> node.is("call_expression"))
      .map(Calls::nameOf)
      .anyMatch(name -> name != null && RUNS_PYTHON.contains(name));
  }

  private @Nullable BlockingOperation ofMethod(SyntaxNode call, SyntaxNode receiver, String name) {
    BlockingOperation named = BlockingFunctions.named(name);
    if (named != null) {
      return named;
    }
    if (SENDS_REQUEST.contains(name) && isOfBlockingClient(receiver)) {
      return BlockingOperation.NETWORK;
    }
    if (!BlockingFunctions.isMethodOfAny(name)) {
      return null;
    }
    RustType type = model.typeOf(receiver);
    BlockingOperation operation = type == null ? null : BlockingFunctions.method(type.peeled().path(), name);
    return operation == BlockingOperation.RECEIVE && returnsAtOnce(call) ? null : operation;
  }

  /** Whether zmq is told not to wait: {@code recv_bytes(zmq::DONTWAIT)}, {@code poll(POLLIN, 0)}. */
  private static boolean returnsAtOnce(SyntaxNode call) {
    List<SyntaxNode> arguments = Calls.argumentsOf(call);
    SyntaxNode last = arguments.isEmpty() ? null : arguments.getLast();
    return (
      last != null && (last.text().contains("DONTWAIT") || (last.textIs("0") && "poll".equals(Calls.nameOf(call))))
    );
  }

  /** Whether a chain of method calls starts with a function of {@code ureq} or on a client of {@code reqwest::blocking}. */
  private boolean isOfBlockingClient(SyntaxNode expression) {
    SyntaxNode node = expression;
    while (node.isAny("call_expression", "try_expression")) {
      SyntaxNode inner = node.is("try_expression") ? node.namedChildren().getFirst() : Calls.receiverOf(node);
      if (inner == null) {
        SyntaxNode function = Calls.functionOf(node);
        String path = function == null ? null : model.fullPathOf(function);
        return path != null && (path.startsWith("ureq::") || path.startsWith("reqwest::blocking::"));
      }
      node = inner;
    }
    RustType type = model.typeOf(node);
    String path = type == null ? "" : type.peeled().path();
    return path.startsWith("ureq::") || path.startsWith("reqwest::blocking::");
  }
}
