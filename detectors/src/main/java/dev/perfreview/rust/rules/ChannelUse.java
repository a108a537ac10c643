package dev.perfreview.rust.rules;

import dev.perfreview.rust.Binding;
import dev.perfreview.rust.Bindings;
import dev.perfreview.rust.Calls;
import dev.perfreview.rust.Comments;
import dev.perfreview.rust.RustModel;
import dev.perfreview.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a file does with the two ends of a channel that a {@code let} declares. */
final class ChannelUse {

  private static final Pattern SIGNAL = Pattern.compile(
    "(.*_)?(abort|cancel|close|control|ctrl|done|exit|finish|init|kill|ready|shutdown|signal|start|started|startup|stop|term|terminate|wake)(ed)?(_.*)?"
  );

  /** What shows that whoever sends waits for an answer before it sends again. */
  private static final Pattern REPLY = Pattern.compile(
    "oneshot::|\\b(ack|answer|done|reply|resp|response|result)\\w*(_rx\\b|_receiver\\b|\\s*\\.\\s*(await|blocking_recv|recv)\\b)"
  );

  /** The types of answers that are made bit by bit. */
  private static final Pattern STREAMED = Pattern.compile("Batch|Body|Reader|Receiver|Response|Sse|Stream");

  private static final Set<String> SENDING = Set.of("send", "send_async", "start_send", "try_send", "unbounded_send");

  private final SyntaxNode call;
  private final SyntaxNode sender;
  private final SyntaxNode receiver;
  private final List<SyntaxNode> uses;

  private ChannelUse(SyntaxNode call, SyntaxNode sender, SyntaxNode receiver, SyntaxNode scope) {
    this.call = call;
    this.sender = sender;
    this.receiver = receiver;
    this.uses = scope
      .streamDescendants()
      .filter(node -> node.isAny("identifier", "shorthand_field_identifier") && node.textIs(sender.text()))
      .filter(node -> node.start() > call.end())
      .filter(node -> isBoundBy(node, sender))
      .toList();
  }

  private static boolean isBoundBy(SyntaxNode use, SyntaxNode declared) {
    Binding binding = Bindings.find(use.text(), use);
    return binding != null && (binding.name().equals(declared) || isClone(binding));
  }

  /** Whether a name is a clone that shadows what it was made of: {@code let tx = tx.clone();}. */
  private static boolean isClone(Binding binding) {
    SyntaxNode value = binding.declaration().field("value");
    return value != null && value.textIs(binding.name().text() + ".clone()");
  }

  /** The use of a channel; nothing where its ends are not two variables of a {@code let}. */
  static @Nullable ChannelUse of(SyntaxNode call) {
    SyntaxNode let = call.parent();
    SyntaxNode pattern = let == null || !let.is("let_declaration") ? null : let.field("pattern");
    SyntaxNode scope = let == null ? null : let.parent();
    if (pattern == null || scope == null || !pattern.is("tuple_pattern")) {
      return null;
    }
    List<SyntaxNode> ends = pattern
      .namedChildren()
      .stream()
      .map(end -> end.is("mut_pattern") ? end.namedChildren().getLast() : end)
      .toList();
    boolean named = ends.size() == 2 && ends.stream().allMatch(end -> end.is("identifier"));
    return named ? new ChannelUse(call, ends.getFirst(), ends.getLast(), scope) : null;
  }

  /** The name of the receiving end. */
  String receiver() {
    return receiver.text();
  }

  /** Whether it carries no data, or tells by its name that it carries a signal. */
  boolean isSignal() {
    SyntaxNode let = call.parent();
    SyntaxNode function = call.field("function");
    String types =
      (let == null ? "" : textOf(let.field("type"))) +
      textOf(function == null ? null : function.field("type_arguments"));
    boolean isUnit = types.contains("<()>");
    return isUnit || SIGNAL.matcher(sender.text()).matches() || SIGNAL.matcher(receiver.text()).matches();
  }

  private static String textOf(@Nullable SyntaxNode node) {
    return node == null ? "" : node.text();
  }

  /**
   * Whether the sends are counted: a single one outside of loops, or those of tasks that the same function starts and waits for, which
   * shows in that it drops its own sender.
   */
  boolean isFinite() {
    boolean dropped = uses.stream().anyMatch(ChannelUse::isDropped);
    boolean once = uses.size() == 1 && isSent(uses.getFirst()) && !isInLoop(uses.getFirst());
    return dropped || once || uses.isEmpty();
  }

  private static boolean isDropped(SyntaxNode use) {
    SyntaxNode taker = Calls.callTaking(use);
    return taker != null && "drop".equals(Calls.nameOf(taker));
  }

  private static boolean isSent(SyntaxNode end) {
    SyntaxNode method = Calls.methodCallOn(end);
    return method != null && SENDING.contains(String.valueOf(Calls.nameOf(method)));
  }

  private boolean isInLoop(SyntaxNode use) {
    SyntaxNode loop = use.enclosing("for_expression", "while_expression", "loop_expression");
    SyntaxNode closure = use.enclosing("closure_expression");
    SyntaxNode taker = closure == null || closure.contains(call) ? null : Calls.callTaking(closure);
    boolean spawned = taker != null && String.valueOf(Calls.nameOf(taker)).startsWith("spawn");
    return (loop != null && !loop.contains(call)) || (taker != null && !spawned);
  }

  /** Whether it serves one call of its function, which answers what is received: it holds one answer at most. */
  boolean isOfOneCall() {
    SyntaxNode function = call.enclosing("function_item");
    SyntaxNode answer = function == null ? null : function.field("return_type");
    return answer != null && STREAMED.matcher(answer.text()).find();
  }

  private static boolean isInitializer(SyntaxNode use) {
    SyntaxNode parent = use.parent();
    return parent != null && parent.isAny("field_initializer", "shorthand_field_initializer");
  }

  /** Where the file sends to the channel, places that are not cold first. */
  List<SyntaxNode> sendPlaces(RustModel model) {
    List<SyntaxNode> places = new ArrayList<>();
    for (SyntaxNode use : uses) {
      if (isSent(use)) {
        places.add(use);
      } else if (isInitializer(use)) {
        SyntaxNode parent = use.parent();
        SyntaxNode field = parent == null ? null : parent.field("field");
        places.addAll(sentTo(field == null ? use.text() : field.text()));
      }
    }
    places.sort(Comparator.comparing(place -> model.placementOf(place).cold() != null));
    return places.stream().map(Calls::methodCallOn).filter(Objects::nonNull).toList();
  }

  /** Where a field of this name is sent to. */
  private List<SyntaxNode> sentTo(String field) {
    return call
      .snapshot()
      .root()
      .streamDescendants()
      .filter(node -> node.is("field_expression") && isSent(node))
      .filter(node -> {
        SyntaxNode name = node.field("field");
        return name != null && name.textIs(field);
      })
      .toList();
  }

  /**
   * Whether a function that sends waits for an answer, so that each caller has one message in the channel at most, or drops a value, where
   * nothing can wait for room.
   */
  static boolean cannotPileUp(SyntaxNode send) {
    SyntaxNode function = send.enclosing("function_item");
    SyntaxNode name = function == null ? null : function.field("name");
    return function != null && name != null && (name.textIs("drop") || REPLY.matcher(function.text()).find());
  }

  /** Whether the statement before makes such a channel too, so that one finding does for both. */
  boolean followsAnother() {
    SyntaxNode let = call.parent();
    SyntaxNode before = let == null ? null : let.previousSibling();
    while (before != null && Comments.isComment(before)) {
      before = before.previousSibling();
    }
    SyntaxNode value = before == null ? null : before.field("value");
    SyntaxNode function = call.field("function");
    return value != null && function != null && value.text().startsWith(function.text());
  }
}
