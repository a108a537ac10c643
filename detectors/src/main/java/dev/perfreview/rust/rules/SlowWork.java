package dev.perfreview.rust.rules;

import dev.perfreview.rule.Cost;
import dev.perfreview.rust.Calls;
import dev.perfreview.rust.Macros;
import dev.perfreview.rust.RustModel;
import dev.perfreview.rust.blocking.BlockingCalls;
import dev.perfreview.rust.blocking.BlockingOperation;
import dev.perfreview.rust.blocking.BlockingReach;
import dev.perfreview.semantics.workspace.Chain;
import dev.perfreview.semantics.workspace.Effect;
import dev.perfreview.syntax.SyntaxNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells work that others should not wait for behind a lock: input and output, serialisation, logging, loops that allocate. */
final class SlowWork {

  /** Logging of the level that is on in production and written where all is well. */
  private static final Set<String> LOGGING = Set.of("info", "println");

  private static final Set<String> ALLOCATING = Set.of(
    "clone",
    "collect",
    "extend",
    "format",
    "into_owned",
    "join",
    "push",
    "push_str",
    "replace",
    "to_owned",
    "to_string",
    "to_vec",
    "vec"
  );

  /** The functions of these crates that turn values into text or bytes, or back. */
  private static final Map<String, Set<String>> SERIALISING = Map.of(
    "serde_json",
    Set.of(
      "from_reader",
      "from_slice",
      "from_str",
      "from_value",
      "to_string",
      "to_string_pretty",
      "to_value",
      "to_vec"
    ),
    "serde_yaml",
    Set.of("from_slice", "from_str", "to_string"),
    "rmp_serde",
    Set.of("from_slice", "to_vec", "to_vec_named"),
    "bincode",
    Set.of("deserialize", "serialize")
  );

  private final RustModel model;
  private final BlockingCalls blocking;
  private final BlockingReach reach;

  SlowWork(RustModel model) {
    this.model = model;
    this.blocking = new BlockingCalls(model);
    this.reach = new BlockingReach(model, blocking);
  }

  /**
   * A kind of slow work.
   *
   * @param does what it does, as a message says it of the work
   * @param cost what it costs those who wait for the lock
   * @param acts whether its effect is seen outside the process, so that when it happens matters
   * @param way the functions of other files that it goes through
   */
  record Kind(String does, Cost cost, boolean acts, List<Chain.Link> way) {
    Kind(String does, Cost cost, boolean acts) {
      this(does, cost, acts, List.of());
    }
  }

  /** The kind of a call, macro call or loop; nothing when it is not known to be slow. */
  @Nullable
  Kind of(SyntaxNode work) {
    return switch (work.kind()) {
      case "macro_invocation" -> {
        String name = Macros.nameOf(work);
        yield name != null && LOGGING.contains(name) ? new Kind("writes a log line", Cost.OVERHEAD, false) : null;
      }
      case "for_expression" -> allocates(work) ? new Kind("loop allocates", Cost.CONTENTION, false) : null;
      default -> ofCall(work);
    };
  }

  /** What of the work is marked: the head of a loop, the whole of the rest. */
  static SyntaxNode pointOf(SyntaxNode work) {
    SyntaxNode head = work.is("for_expression") ? work.field("value") : null;
    return head == null ? work : head;
  }

  private @Nullable Kind ofCall(SyntaxNode call) {
    if (serialises(call)) {
      return new Kind("serialises", Cost.CONTENTION, false);
    }
    BlockingOperation operation = blocking.of(call);
    if (operation == null) {
      BlockingReach.Reached reached = reach.of(call);
      operation = reached == null ? null : reached.operation();
    }
    if (operation == null) {
      return ofOtherFiles(call);
    }
    return operation == BlockingOperation.LOCK || operation == BlockingOperation.SEND
      ? null
      : new Kind(operation.does(), operation.cost() == Cost.OVERHEAD ? Cost.OVERHEAD : Cost.CONTENTION, true);
  }

  /** A call that comes to slow work through functions of other files, unless these take a lock too: two held together keep two values in step. */
  private @Nullable Kind ofOtherFiles(SyntaxNode call) {
    SyntaxNode parent = call.parent();
    if (parent != null && parent.is("await_expression")) {
      return null;
    }
    Chain chain = model
      .chainTo(Effect.BLOCKS, call)
      .or(() -> model.chainTo(Effect.BLOCKS_BRIEFLY, call))
      .orElse(null);
    if (chain == null || model.chainTo(Effect.TAKES_LOCK, call).isPresent()) {
      return null;
    }
    String last = chain.functions().getLast().function().simpleName();
    return new Kind(chain.effect().does() + " in `" + last + "`", Cost.CONTENTION, true, chain.links());
  }

  private boolean serialises(SyntaxNode call) {
    SyntaxNode function = Calls.functionOf(call);
    String path = function == null || function.is("field_expression") ? null : model.fullPathOf(function);
    int end = path == null ? -1 : path.indexOf("::");
    return (
      end > 0 && path != null && SERIALISING.getOrDefault(path.substring(0, end), Set.of()).contains(Calls.nameOf(call))
    );
  }

  private static boolean allocates(SyntaxNode loop) {
    SyntaxNode body = loop.field("body");
    if (body == null) {
      return false;
    }
    return body
      .streamDescendants()
      .map(node ->
        node.is("call_expression") ? Calls.nameOf(node) : node.is("macro_invocation") ? Macros.nameOf(node) : null
      )
      .anyMatch(name -> name != null && ALLOCATING.contains(name));
  }
}
