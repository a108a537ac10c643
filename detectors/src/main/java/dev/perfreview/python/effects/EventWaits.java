package dev.perfreview.python.effects;

import dev.perfreview.syntax.SyntaxNode;
import java.util.List;
import java.util.Locale;

/** Waits for events: the way to fetch a result without stopping the device, when something else is done between record and wait. */
public final class EventWaits {

  private EventWaits() {}

  /**
   * Whether the statement before the one of a {@code event.synchronize()} records the same event, so that nothing runs meanwhile. Where
   * an asynchronous copy is what was recorded, the wait is for that copy alone, which is as short as it gets.
   */
  static boolean isRecordedJustBefore(SyntaxNode call, SyntaxNode event) {
    SyntaxNode statement = call.parent();
    SyntaxNode block = statement == null ? null : statement.parent();
    if (statement == null || block == null || !statement.is("expression_statement") || !block.is("block")) {
      return false;
    }
    List<SyntaxNode> statements = block.namedChildren();
    int place = statements.indexOf(statement);
    while (place > 0 && statements.get(place - 1).is("comment")) {
      place--;
    }
    if (
      place == 0 ||
      !statements
        .get(place - 1)
        .text()
        .startsWith(event.text() + ".record(")
    ) {
      return false;
    }
    return statements
      .subList(0, place)
      .stream()
      .noneMatch(earlier -> earlier.text().contains("non_blocking=True"));
  }

  /** Whether the function waits for an event before a place: what it reads then has been copied already. */
  public static boolean precede(SyntaxNode node) {
    SyntaxNode function = node.enclosing("function_definition");
    if (function == null) {
      return false;
    }
    for (SyntaxNode inner : function.descendants()) {
      if (inner.start() >= node.start()) {
        return false;
      }
      SyntaxNode called = inner.is("call") ? inner.field("function") : null;
      SyntaxNode method = called == null ? null : called.field("attribute");
      SyntaxNode object = called == null ? null : called.field("object");
      if (method != null && object != null && method.textIs("synchronize") && isEvent(object)) {
        return true;
      }
    }
    return false;
  }

  /** Whether it is no stream and no device: a wait for these says nothing of what has been copied. */
  private static boolean isEvent(SyntaxNode object) {
    String name = object.text().toLowerCase(Locale.ROOT);
    boolean module = name.equals("torch.cuda") || name.equals("torch.npu") || name.equals("torch");
    return !module && !name.contains("stream") && object.isAny("identifier", "attribute", "subscript");
  }
}
