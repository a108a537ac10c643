package dev.perfreview.rust.rules;

import dev.perfreview.rust.Calls;
import dev.perfreview.rust.RustModel;
import dev.perfreview.syntax.SyntaxNode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells awaited calls that wait for something outside the process from those that hardly wait at all. */
final class RemoteCalls {

  /** How sure it is that a call waits for something outside. */
  enum Certainty {
    /** It waits for another machine, a process or the disk. */
    CERTAIN,
    /** Nothing tells what it does. */
    POSSIBLE,
    /** It works on what is in memory, or its order matters. */
    NONE,
  }

  /** How many functions of the file deep a request is looked for. */
  private static final int DEEPEST = 4;

  private static final Pattern REQUEST = Pattern.compile(
    "(call|connect|download|embed|execute|fetch|generate|health_check|invoke|ping|post|probe|query|request|scrape|upload)(_.*)?"
  );

  /** Whoever asks whether a peer is well has no request waiting for the answer. */
  private static final Pattern PROBE = Pattern.compile("(.*_)?(health|ping|probe|heartbeat|alive)(_.*)?");

  /** Methods by which collections in memory, registries and the like are asked and changed behind an async lock. */
  private static final Pattern IN_MEMORY = Pattern.compile(
    "(add|apply|attach|bytes|clear|clone|close|contains|count|create|deregister|dequeue|detach|drain|enqueue|get|has|handle|increment|" +
      "init|insert|is|join|json|len|list|lock|mark|new|next|notify|on|pop|process|push|read|record|refresh|register|release|remove|reset|" +
      "resolve|run|set|shutdown|start|state|stop|store|subscribe|take|text|touch|track|unregister|update|validate|wait|with|write)(_.*)?"
  );

  /** What moves the content of a file; asking for its size or removing it is done in microseconds. */
  private static final Pattern FILE_CONTENT = Pattern.compile("tokio::fs::(copy|read|read_to_string|write|File::.*)");

  private final RustModel model;

  RemoteCalls(RustModel model) {
    this.model = model;
  }

  /** How sure it is that the call waits for something outside, and that somebody minds how long. */
  Certainty of(SyntaxNode call) {
    Certainty certainty = of(call, 0);
    boolean probes = certainty == Certainty.CERTAIN && PROBE.matcher(String.valueOf(Calls.nameOf(call))).matches();
    return probes ? Certainty.POSSIBLE : certainty;
  }

  private Certainty of(SyntaxNode call, int depth) {
    SyntaxNode function = depth >= DEEPEST ? null : model.functionCalled(call);
    String name = Calls.nameOf(call);
    if (function != null && model.isAsync(function)) {
      return within(function, depth);
    }
    if (name == null) {
      return Certainty.NONE;
    }
    if (isHttp(call, name) || takesGrpcRequest(call) || isOfRuntime(call) || REQUEST.matcher(name).matches()) {
      return Certainty.CERTAIN;
    }
    // What is given to a channel or a sink waits for room at most.
    return name.equals("send") || IN_MEMORY.matcher(name).matches() ? Certainty.NONE : Certainty.POSSIBLE;
  }

  private Certainty within(SyntaxNode function, int depth) {
    Certainty best = Certainty.NONE;
    for (SyntaxNode node : function.descendants()) {
      SyntaxNode call = node.is("await_expression") ? AwaitedCall.of(node) : null;
      if (call != null && model.coroutineAround(node) != null) {
        Certainty certainty = of(call, depth + 1);
        best = certainty.compareTo(best) < 0 ? certainty : best;
      }
    }
    return best;
  }

  /** {@code request.send().await}: channels send something. Of a response that is there, the rest is mostly there too. */
  private static boolean isHttp(SyntaxNode call, String name) {
    return name.equals("send") && Calls.receiverOf(call) != null && Calls.argumentsOf(call).isEmpty();
  }

  private static boolean takesGrpcRequest(SyntaxNode call) {
    return Calls.argumentsOf(call)
      .stream()
      .anyMatch(
        argument -> argument.text().startsWith("Request::new(") || argument.text().contains("tonic::Request::new(")
      );
  }

  /** Whether a function of tokio for the content of files or for connections is called, or one of reqwest. */
  private boolean isOfRuntime(SyntaxNode call) {
    SyntaxNode function = Calls.functionOf(call);
    @Nullable
    String path = function == null || function.is("field_expression") ? null : model.fullPathOf(function);
    return (
      path != null &&
      (FILE_CONTENT.matcher(path).matches() || path.startsWith("tokio::net::") || path.startsWith("reqwest::"))
    );
  }
}
