package dev.perfreview.python.rules;

import dev.perfreview.python.Arguments;
import dev.perfreview.python.MethodCall;
import dev.perfreview.syntax.SyntaxNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An operation that looks through a container from its front until it finds something.
 *
 * @param kind which
 * @param node the whole expression
 * @param container what is looked through: an expression, or of {@code d.values()} the whole call
 * @param wanted what is looked for
 */
record LinearSearch(Kind kind, SyntaxNode node, SyntaxNode container, SyntaxNode wanted) {
  /** The ways to search. */
  enum Kind {
    /** {@code x in xs}, {@code x not in xs}. */
    MEMBERSHIP,
    /** {@code xs.index(x)}. */
    INDEX,
    /** {@code xs.count(x)}. */
    COUNT,
    /** {@code xs.remove(x)}. */
    REMOVE,
  }

  /** The search that a comparison or a call is, as far as its form tells. */
  static @Nullable LinearSearch of(SyntaxNode node) {
    return node.is("comparison_operator") ? ofComparison(node) : ofCall(node);
  }

  private static @Nullable LinearSearch ofComparison(SyntaxNode comparison) {
    List<SyntaxNode> operands = comparison.namedChildren();
    boolean membership = comparison.firstChild("in") != null || comparison.firstChild("not in") != null;
    return membership && operands.size() == 2
      ? new LinearSearch(Kind.MEMBERSHIP, comparison, operands.getLast(), operands.getFirst())
      : null;
  }

  private static @Nullable LinearSearch ofCall(SyntaxNode call) {
    MethodCall method = MethodCall.of(call);
    Kind kind =
      method == null
        ? null
        : switch (method.name()) {
            case "index" -> Kind.INDEX;
            case "count" -> Kind.COUNT;
            case "remove" -> Kind.REMOVE;
            default -> null;
          };
    SyntaxNode wanted = kind == null ? null : Arguments.of(call).positional(0);
    return method == null || kind == null || wanted == null || Arguments.of(call).count() != 1
      ? null
      : new LinearSearch(kind, call, method.object(), wanted);
  }

  /** Whether what is looked for is written down as a constant. */
  boolean isForConstant() {
    return wanted.isAny("string", "integer", "float", "none", "true", "false");
  }

  /** What it costs and what does not, as the message says it. */
  String advice(boolean values) {
    String text = ShortText.of(node);
    if (values) {
      return "`%s` looks through all values of the dict: keep a set of them, or a dict the other way round".formatted(
        text
      );
    }
    return switch (kind) {
      case MEMBERSHIP -> "`%s` looks through the list each time: a set answers in constant time".formatted(text);
      case INDEX -> "`%s` looks through the list each time: a dict of positions answers in constant time".formatted(
        text
      );
      case COUNT -> "`%s` goes through the whole list each time: a `Counter` counts all in one pass".formatted(text);
      case REMOVE -> "`%s` looks through the list and moves what follows, each time: a dict removes in constant time, or one pass keeps the rest".formatted(
        text
      );
    };
  }
}
