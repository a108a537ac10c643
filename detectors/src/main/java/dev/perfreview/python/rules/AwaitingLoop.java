package dev.perfreview.python.rules;

import dev.perfreview.python.Binding;
import dev.perfreview.python.Loops;
import dev.perfreview.python.PythonModel;
import dev.perfreview.python.Variable;
import dev.perfreview.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A loop or comprehension that awaits calls.
 *
 * @param node the statement or comprehension
 * @param head the part that says what it goes over: the statement itself, or the only {@code for} clause
 * @param awaits what it awaits on each turn, in the order of the text
 * @param turns what its turns hand on to each other
 */
record AwaitingLoop(SyntaxNode node, SyntaxNode head, List<SyntaxNode> awaits, LoopTurns turns) {
  /** Words in the head of a loop that tries again, or takes its elements in portions on purpose. */
  private static final Set<String> PACED = Set.of(
    "attempt",
    "attempts",
    "retry",
    "retries",
    "tries",
    "batch",
    "batches",
    "chunk",
    "chunks",
    "group",
    "groups",
    "page",
    "pages",
    "as_completed",
    "task",
    "tasks",
    "future",
    "futures",
    "pending",
    "done"
  );

  /** Methods that keep an order, wait for something that is under way already, or use a connection that serves one call at a time. */
  private static final Set<String> ORDERED = Set.of(
    "sleep acquire release wait join result put get_nowait drain close aclose abort cancel stop exec execute executemany fetchone fetchall fetchmany"
      .concat(
        " fetchrow fetchval commit rollback flush scalar scalars refresh read readline readexactly readany recv receive wrap_future shield"
      )
      .concat(" gather as_completed is_disconnected __anext__ anext")
      .split(" ", -1)
  );

  /** What a database hands its answers through, one after the other. */
  private static final Pattern SERIAL = Pattern.compile(
    "(^|[._])(session|db_session|connection|conn|cursor|transaction|tx)$"
  );

  /** The names of calls that ask whether a peer is well. */
  private static final Pattern PROBE = Pattern.compile("(^|_)(health|healthy|ping|probe|heartbeat|alive)(_|$)");

  private static final Set<String> HTTP_VERBS = Set.of("get", "post", "put", "delete", "patch", "head", "request");

  /** Methods that take what has mostly arrived already, when they are called on the loop's own element without arguments. */
  private static final Set<String> ARRIVED = Set.of("json", "text", "get");

  /** What a loop awaits on each of its turns; empty when it awaits nothing, or not only calls. */
  static List<SyntaxNode> awaitsOf(SyntaxNode loop) {
    SyntaxNode body = loop.field("body");
    boolean plain = body != null && loop.firstChild("async") == null;
    if (body == null || !plain) {
      return List.of();
    }
    List<SyntaxNode> awaits = new ArrayList<>();
    if (body.is("await")) {
      awaits.add(body);
    }
    for (SyntaxNode node : body.descendants()) {
      if (node.is("await") && node.isNamed()) {
        awaits.add(node);
      }
    }
    return awaits.stream().allMatch(AwaitingLoop::isCall) ? awaits : List.of();
  }

  private static boolean isCall(SyntaxNode await) {
    SyntaxNode awaited = await.namedChildren().isEmpty() ? null : await.namedChildren().getLast();
    return awaited != null && awaited.is("call") && awaited.field("function") != null;
  }

  static @Nullable AwaitingLoop of(SyntaxNode loop, List<SyntaxNode> awaits, PythonModel model) {
    SyntaxNode head = loop;
    if (!loop.is("for_statement")) {
      List<SyntaxNode> clauses = loop
        .namedChildren()
        .stream()
        .filter(child -> child.is("for_in_clause"))
        .toList();
      if (clauses.size() != 1 || clauses.getFirst().firstChild("async") != null) {
        return null;
      }
      head = clauses.getFirst();
    }
    return new AwaitingLoop(loop, head, awaits, LoopTurns.of(loop, head, model));
  }

  /** The function that an {@code await} of a call calls. */
  static SyntaxNode calleeOf(SyntaxNode await) {
    SyntaxNode function = await.namedChildren().getLast().field("function");
    return function == null ? await : function;
  }

  /** Whether nothing speaks against running the turns at the same time. */
  boolean overlaps() {
    return (
      !Loops.isShort(node) &&
      !isPaced() &&
      awaits.stream().noneMatch(this::keepsOrder) &&
      awaits.stream().anyMatch(await -> isOfElement(await) && Suspension.isLikely(calleeOf(await), turns.model())) &&
      !isUnderLock() &&
      (!node.is("for_statement") || (turns.collects() && !turns.stopEarly() && !turns.depend()))
    );
  }

  private boolean isPaced() {
    SyntaxNode element = head.field("left");
    SyntaxNode iterable = head.field("right");
    if (element == null || iterable == null) {
      return true;
    }
    for (String word : (element.text() + " " + iterable.text()).toLowerCase(Locale.ROOT).split("\\W+|_", -1)) {
      if (PACED.contains(word)) {
        return true;
      }
    }
    Variable source = iterable.is("identifier") ? turns.model().scopes().resolve(iterable) : null;
    if (source != null && source.bindings().stream().anyMatch(AwaitingLoop::isIterator)) {
      return true;
    }
    if (cutsPortions(element)) {
      return true;
    }
    // `range(0, n, step)` cuts something into portions.
    return iterable.is("call") && iterable.text().startsWith("range(") && iterable.text().split(",", -1).length > 2;
  }

  /** Whether each turn takes the next portion of something: {@code items[start : start + size]}. */
  private boolean cutsPortions(SyntaxNode element) {
    return node
      .streamDescendants()
      .filter(inner -> inner.is("slice"))
      .map(SyntaxNode::namedChildren)
      .anyMatch(
        bounds ->
          bounds.size() == 2 &&
          bounds.getFirst().textIs(element.text()) &&
          bounds.getLast().is("binary_operator") &&
          bounds.getLast().text().startsWith(element.text())
      );
  }

  /** Whether a name holds an iterator, from which several workers may take their elements. */
  private static boolean isIterator(Binding binding) {
    SyntaxNode value = binding.value();
    SyntaxNode function = value != null && value.is("call") ? value.field("function") : null;
    return function != null && function.textIs("iter");
  }

  /** Whether the loop asks peers whether they are well: nobody's request waits for the answers. */
  boolean asksHowOthersAre() {
    return awaits.stream().allMatch(await -> PROBE.matcher(nameOf(await)).find());
  }

  private static String nameOf(SyntaxNode await) {
    SyntaxNode function = calleeOf(await);
    SyntaxNode attribute = function.is("attribute") ? function.field("attribute") : null;
    return attribute == null ? function.text() : attribute.text();
  }

  private boolean keepsOrder(SyntaxNode await) {
    String name = nameOf(await);
    SyntaxNode around = await.enclosing("for_statement", "while_statement", "function_definition", "lambda");
    boolean nested = node.is("for_statement") && !node.equals(around);
    SyntaxNode statement = await.parent();
    boolean unused = statement != null && statement.is("expression_statement");
    SyntaxNode receiver = calleeOf(await).field("object");
    return (
      nested ||
      unused ||
      (receiver != null && receiver.isAny("identifier", "attribute") && SERIAL.matcher(receiver.text()).find()) ||
      ORDERED.contains(name) ||
      name.startsWith("recv") ||
      name.startsWith("receive") ||
      name.contains("send") ||
      name.contains("write")
    );
  }

  /** Whether a call is about the element of the turn, and not just about taking what it already has. */
  private boolean isOfElement(SyntaxNode await) {
    SyntaxNode call = await.namedChildren().getLast();
    SyntaxNode function = calleeOf(await);
    SyntaxNode object = function.is("attribute") ? function.field("object") : null;
    SyntaxNode name = function.field("attribute");
    boolean arrived =
      object != null &&
      object.is("identifier") &&
      name != null &&
      ARRIVED.contains(name.text()) &&
      turns.isOfTurn(object);
    return (!arrived || within(node).findAny().isPresent()) && turns.mentionsElement(call);
  }

  /** The {@code with} statements in the loop. */
  private static Stream<SyntaxNode> within(SyntaxNode loop) {
    return loop.streamDescendants().filter(inner -> inner.is("with_statement"));
  }

  /** Whether a lock or a limit around the loop, or in it, keeps the calls apart. */
  private boolean isUnderLock() {
    for (SyntaxNode ancestor : node.ancestors()) {
      if (ancestor.is("function_definition")) {
        break;
      }
      if (ancestor.is("with_statement") && isLimit(ancestor)) {
        return true;
      }
    }
    return !within(node).allMatch(AwaitingLoop::isHttpRequest);
  }

  private static boolean isLimit(SyntaxNode with) {
    SyntaxNode clause = with.firstChild("with_clause");
    String text = clause == null ? "" : clause.text().toLowerCase(Locale.ROOT);
    return text.contains("lock") || text.contains("sem") || text.contains("limit") || text.contains("mutex");
  }

  private static boolean isHttpRequest(SyntaxNode with) {
    SyntaxNode clause = with.firstChild("with_clause");
    SyntaxNode call =
      clause == null
        ? null
        : clause
            .streamDescendants()
            .filter(inner -> inner.is("call"))
            .findFirst()
            .orElse(null);
    SyntaxNode function = call == null ? null : call.field("function");
    SyntaxNode method = function == null ? null : function.field("attribute");
    return method != null && HTTP_VERBS.contains(method.text());
  }
}
