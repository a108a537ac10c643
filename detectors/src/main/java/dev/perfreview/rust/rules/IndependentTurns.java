package dev.perfreview.rust.rules;

import dev.perfreview.rust.Binding;
import dev.perfreview.rust.Bindings;
import dev.perfreview.rust.Calls;
import dev.perfreview.rust.Macros;
import dev.perfreview.rust.Places;
import dev.perfreview.rust.RustModel;
import dev.perfreview.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Recognises {@code for} loops whose turns could run at the same time as well, and the await that makes them wait for each other. */
final class IndependentTurns {

  /** What is awaited to keep an order, a pace or a limit, or is over at once. */
  private static final Pattern ORDERED = Pattern.compile(
    "(acquire|buffer|changed|close|collect|commit|dispatch|emit|enqueue|feed|flush|forward|interval|join|join_all|lock|next|notified|publish|read|recv|" +
      "reserve|rollback|select|send|shutdown|sleep|submit|tick|try_join_all|try_next|wait|write|yield)(_.*)?"
  );

  /** What only asks, so that to ask more than is needed in the end does no harm. */
  private static final Pattern ASKS = Pattern.compile(
    "(check|describe|download|embed|encode|fetch|generate|get|head|health|list|load|lookup|ping|probe|query|read|resolve|scrape|search|" +
      "send|tokenize)(_.*)?"
  );

  /** Names of loop variables that count attempts, and words by which an author says that the order is meant. */
  private static final Pattern ATTEMPT = Pattern.compile(
    "_?(attempt|retry|tries|try|round|iteration|step|turn|hop)s?(_.*)?|_"
  );
  private static final Pattern MEANT = Pattern.compile(
    "(?i)//(?!\\s*perf:).*(sequential|one at a time|one by one|in order|serially|ordering|rate.?limit|throttl|not in parallel)"
  );

  /** How far above a loop its author may say so: the variables that it fills stand between. */
  private static final int LINES_ABOVE = 8;

  private static final Set<String> COLLECTING = Set.of("extend", "insert", "push", "push_back");
  private static final Set<String> WAITING_MACROS = Set.of("join", "select", "select_biased", "try_join", "yield");

  private final SyntaxNode loop;
  private final SyntaxNode body;
  private final RustModel model;
  private final List<SyntaxNode> awaits = new ArrayList<>();
  private final Set<String> carried = new HashSet<>();
  private final Set<String> collections = new HashSet<>();

  private IndependentTurns(SyntaxNode loop, SyntaxNode body, RustModel model) {
    this.loop = loop;
    this.body = body;
    this.model = model;
  }

  /** The first await of a loop whose turns do not depend on each other; nothing where they may. */
  static @Nullable SyntaxNode awaitOf(SyntaxNode loop, RustModel model) {
    SyntaxNode body = loop.field("body");
    SyntaxNode pattern = loop.field("pattern");
    SyntaxNode coroutine = body == null ? null : model.coroutineAround(loop);
    if (body == null || pattern == null || coroutine == null || !body.text().contains(".await")) {
      return null;
    }
    IndependentTurns turns = new IndependentTurns(loop, body, model);
    boolean ordered = ATTEMPT.matcher(pattern.text()).matches() || turns.isMeant() || !turns.readsBody(coroutine);
    return ordered || turns.awaits.isEmpty() || turns.areOperations() ? null : turns.independentAwait();
  }

  /** Whether the turns await one thing or another as each element says: these are operations, which are meant to happen in their order. */
  private boolean areOperations() {
    SyntaxNode arm = awaits.getFirst().enclosing("match_arm");
    SyntaxNode choice = arm == null ? null : arm.enclosing("match_expression");
    return (
      arm != null &&
      choice != null &&
      loop.contains(choice) &&
      awaits.stream().anyMatch(await -> choice.contains(await) && !arm.contains(await))
    );
  }

  private boolean isMeant() {
    SyntaxNode statement = loop.parent();
    SyntaxNode placed = statement != null && statement.is("expression_statement") ? statement : loop;
    for (SyntaxNode before = placed.previousSibling(); before != null; before = before.previousSibling()) {
      if (before.line() < placed.line() - LINES_ABOVE) {
        break;
      }
      if (before.is("line_comment") && MEANT.matcher(before.text()).find()) {
        return true;
      }
    }
    return MEANT.matcher(body.text()).find();
  }

  /** Collects what the body awaits and what it carries from turn to turn; {@code false} where something in it keeps the turns in order. */
  private boolean readsBody(SyntaxNode coroutine) {
    for (SyntaxNode node : body.descendants()) {
      boolean ordered = switch (node.kind()) {
        case "await_expression" -> coroutine.equals(model.coroutineAround(node)) && !addAwait(node);
        case "break_expression" -> true;
        case "return_expression" -> model.placementOf(node).cold() == null;
        case "while_expression", "loop_expression", "for_expression" -> node.text().contains(".await");
        case "macro_invocation" -> waits(node);
        default -> false;
      };
      if (ordered) {
        return false;
      }
      collectCarried(node);
    }
    return true;
  }

  private boolean addAwait(SyntaxNode await) {
    SyntaxNode call = AwaitedCall.of(await);
    String name = call == null ? null : Calls.nameOf(call);
    boolean sendsRequest = call != null && "send".equals(name) && Calls.argumentsOf(call).isEmpty();
    if (name == null || (ORDERED.matcher(name).matches() && !sendsRequest)) {
      return false;
    }
    return awaits.add(await);
  }

  private static boolean waits(SyntaxNode macro) {
    String name = Macros.nameOf(macro);
    return (
      (name != null && WAITING_MACROS.contains(name)) || macro.streamDescendants().anyMatch(token -> token.is("await"))
    );
  }

  private void collectCarried(SyntaxNode node) {
    SyntaxNode changed = switch (node.kind()) {
      case "assignment_expression", "compound_assignment_expr" -> node.field("left");
      case "reference_expression" -> node.firstChild("mutable_specifier") == null ? null : node.field("value");
      case "call_expression" -> Calls.receiverOf(node);
      default -> null;
    };
    SyntaxNode root = changed == null ? null : Places.rootOf(changed);
    if (root == null || !isOutside(root)) {
      return;
    }
    if (!node.is("call_expression")) {
      carried.add(root.text());
    } else if (COLLECTING.contains(String.valueOf(Calls.nameOf(node)))) {
      collections.add(root.text());
    }
  }

  private boolean isOutside(SyntaxNode root) {
    Binding binding = root.is("self") ? null : Bindings.find(root.text(), root);
    return root.is("self") || (binding != null && !loop.contains(binding.name()));
  }

  private @Nullable SyntaxNode independentAwait() {
    for (SyntaxNode await : awaits) {
      SyntaxNode call = AwaitedCall.of(await);
      if (call != null && (dependsOnOtherTurns(call) || !isOfThisTurn(call))) {
        return null;
      }
    }
    SyntaxNode first = awaits.getFirst();
    SyntaxNode call = AwaitedCall.of(first);
    boolean asks = call != null && ASKS.matcher(String.valueOf(Calls.nameOf(call))).matches();
    if (mayFail() && !asks) {
      return null;
    }
    return !collections.isEmpty() || (!mayFail() && isOnOwnObject(first)) ? first : null;
  }

  /** Whether what one turn awaits decides whether the next one runs. */
  private boolean mayFail() {
    boolean returns = body.streamDescendants().anyMatch(node -> node.is("return_expression"));
    return returns || awaits.stream().anyMatch(IndependentTurns::isTried);
  }

  private static boolean isTried(SyntaxNode await) {
    SyntaxNode value = await;
    for (SyntaxNode outer : await.ancestors()) {
      if (outer.is("try_expression")) {
        return true;
      }
      boolean isChain = outer.isAny("field_expression", "call_expression") && !"arguments".equals(value.fieldName());
      if (!isChain) {
        return false;
      }
      value = outer;
    }
    return false;
  }

  /** Whether what is awaited uses something that turns change, or that only one at a time may use. */
  private boolean dependsOnOtherTurns(SyntaxNode call) {
    if (call.text().contains("&mut ")) {
      return true;
    }
    for (SyntaxNode node : call.descendants()) {
      boolean named = node.isAny("identifier", "self");
      boolean changes = carried.contains(node.text()) || collections.contains(node.text());
      if (named && (changes || isMutableReference(node))) {
        return true;
      }
    }
    SyntaxNode receiver = Calls.receiverOf(call);
    SyntaxNode root = receiver == null ? null : Places.rootOf(receiver);
    return root != null && isOutside(root) && isExclusive(root);
  }

  private static boolean isMutableReference(SyntaxNode name) {
    Binding binding = Bindings.find(name.text(), name);
    SyntaxNode type = binding == null ? null : binding.declaration().field("type");
    return type != null && type.text().startsWith("&mut");
  }

  /** Whether a variable may be used by one call at a time: it is mutable, or a mutable reference. */
  private static boolean isExclusive(SyntaxNode root) {
    Binding binding = Bindings.find(root.text(), root);
    if (binding == null) {
      return !root.is("self");
    }
    SyntaxNode declaration = binding.declaration();
    return binding.pattern().is("mut_pattern") || declaration.firstChild("mutable_specifier") != null;
  }

  /** Whether a call uses something that this turn brought: without that it is the same call again. */
  private boolean isOfThisTurn(SyntaxNode call) {
    return call
      .streamDescendants()
      .filter(node -> node.is("identifier"))
      .anyMatch(node -> isOfTurn(node));
  }

  private boolean isOfTurn(SyntaxNode name) {
    Binding binding = Bindings.find(name.text(), name);
    return binding != null && loop.contains(binding.name());
  }

  /** Whether a method of what the loop goes over is awaited, so that each turn has an object of its own. */
  private boolean isOnOwnObject(SyntaxNode await) {
    SyntaxNode call = AwaitedCall.of(await);
    SyntaxNode receiver = call == null ? null : Calls.receiverOf(call);
    SyntaxNode root = receiver == null ? null : Places.rootOf(receiver);
    return root != null && isOfTurn(root);
  }
}
