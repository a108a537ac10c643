package dev.perfreview.python.rules;

import dev.perfreview.python.Arguments;
import dev.perfreview.syntax.SyntaxNode;
import dev.perfreview.syntax.TextEdit;
import dev.perfreview.syntax.TextRange;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something done at the front of a list.
 *
 * @param kind what
 * @param node the call or statement
 * @param list the expression of the list
 */
record FrontOperation(Kind kind, SyntaxNode node, SyntaxNode list) {
  /** What can be done at the front of a list. */
  enum Kind {
    /** {@code list.pop(0)}. */
    POP,
    /** {@code list.insert(0, x)}. */
    INSERT,
    /** {@code del list[0]}. */
    DELETE,
  }

  /** The operation that a call or a {@code del} statement is, if it is one. */
  static Optional<FrontOperation> of(SyntaxNode node) {
    return node.is("delete_statement") ? ofDelete(node) : ofCall(node);
  }

  private static Optional<FrontOperation> ofCall(SyntaxNode call) {
    SyntaxNode function = call.field("function");
    SyntaxNode method = function == null ? null : function.field("attribute");
    SyntaxNode list = function == null ? null : function.field("object");
    if (method == null || list == null || !list.isAny("identifier", "attribute", "subscript")) {
      return Optional.empty();
    }
    Arguments arguments = Arguments.of(call);
    if (arguments.hasSplat() || !arguments.keywords().isEmpty() || !isZero(arguments.positional(0))) {
      return Optional.empty();
    }
    if (method.textIs("pop") && arguments.count() == 1) {
      return Optional.of(new FrontOperation(Kind.POP, call, list));
    }
    if (method.textIs("insert") && arguments.count() == 2) {
      return Optional.of(new FrontOperation(Kind.INSERT, call, list));
    }
    return Optional.empty();
  }

  private static Optional<FrontOperation> ofDelete(SyntaxNode statement) {
    List<SyntaxNode> targets = statement.namedChildren();
    if (targets.size() != 1 || !targets.getFirst().is("subscript")) {
      return Optional.empty();
    }
    SyntaxNode subscript = targets.getFirst();
    SyntaxNode list = subscript.field("value");
    if (list == null || subscript.fields("subscript").size() != 1 || !isZero(subscript.field("subscript"))) {
      return Optional.empty();
    }
    return Optional.of(new FrontOperation(Kind.DELETE, statement, list));
  }

  private static boolean isZero(@Nullable SyntaxNode node) {
    return node != null && node.is("integer") && node.textIs("0");
  }

  /** The operation as a message shows it. */
  String summary() {
    return switch (kind) {
      case POP -> list.text() + ".pop(0)";
      case INSERT -> list.text() + ".insert(0, …)";
      case DELETE -> "del " + list.text() + "[0]";
    };
  }

  /** The edit that makes it the same operation of a deque; nothing when a comment would be lost. */
  Optional<TextEdit> onDeque() {
    if (node.streamDescendants().anyMatch(inner -> inner.is("comment"))) {
      return Optional.empty();
    }
    return switch (kind) {
      case DELETE -> Optional.of(TextEdit.replace(node, list.text() + ".popleft()"));
      case POP -> Optional.of(new TextEdit(new TextRange(methodStart(), node.end()), "popleft()"));
      case INSERT -> Optional.ofNullable(Arguments.of(node).positional(1)).map(added ->
        new TextEdit(new TextRange(methodStart(), added.start()), "appendleft(")
      );
    };
  }

  private int methodStart() {
    SyntaxNode function = node.field("function");
    SyntaxNode method = function == null ? null : function.field("attribute");
    if (method == null) {
      throw new IllegalStateException("not a method call: " + node);
    }
    return method.start();
  }
}
