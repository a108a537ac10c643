package dev.perfreview.python.rules;

import dev.perfreview.python.Arguments;
import dev.perfreview.python.PythonModel;
import dev.perfreview.python.StringLiteral;
import dev.perfreview.syntax.SyntaxNode;
import java.util.Optional;

/** The ways to put a text together on the spot. */
enum EagerFormat {
  /** An f-string with at least one placeholder. */
  F_STRING("the f-string"),
  /** {@code "…" % values}. */
  PERCENT("the `%` expression"),
  /** {@code "…".format(values)}. */
  FORMAT("the `format` call"),
  /** {@code "…" + value}. */
  CONCATENATION("the concatenation"),
  /** {@code str(value)}. */
  STR("the `str` call");

  private final String description;

  EagerFormat(String description) {
    this.description = description;
  }

  /** What a message calls it. */
  String description() {
    return description;
  }

  /** How an expression is put together; nothing for a constant or any other expression. */
  static Optional<EagerFormat> of(SyntaxNode expression, PythonModel model) {
    SyntaxNode node = withoutParentheses(expression);
    return switch (node.kind()) {
      case "string", "concatenated_string" -> isFString(node) ? Optional.of(F_STRING) : Optional.empty();
      case "binary_operator" -> ofOperator(node);
      case "call" -> ofCall(node, model);
      default -> Optional.empty();
    };
  }

  /** The expression within the parentheses around it, if there are any. */
  static SyntaxNode withoutParentheses(SyntaxNode expression) {
    SyntaxNode node = expression;
    while (node.is("parenthesized_expression") && node.namedChildren().size() == 1) {
      node = node.namedChildren().getFirst();
    }
    return node;
  }

  /** Whether a node is a string literal or several in a row. */
  static boolean isLiteral(SyntaxNode node) {
    return node.isAny("string", "concatenated_string");
  }

  /** Whether a node is a literal that holds no value. */
  static boolean isConstantLiteral(SyntaxNode node) {
    return isLiteral(node) && !isFString(node);
  }

  private static boolean isFString(SyntaxNode literal) {
    if (literal.is("concatenated_string")) {
      return literal
        .namedChildren()
        .stream()
        .anyMatch(part -> part.is("string") && isFString(part));
    }
    return StringLiteral.isFormatted(literal) && literal.firstChild("interpolation") != null;
  }

  private static Optional<EagerFormat> ofOperator(SyntaxNode node) {
    SyntaxNode operator = node.field("operator");
    SyntaxNode left = node.field("left");
    if (operator == null || left == null) {
      return Optional.empty();
    }
    if (operator.textIs("%")) {
      return isLiteral(withoutParentheses(left)) ? Optional.of(PERCENT) : Optional.empty();
    }
    boolean adds = operator.textIs("+");
    return adds && ConcatenatedParts.of(node).isPresent() ? Optional.of(CONCATENATION) : Optional.empty();
  }

  private static Optional<EagerFormat> ofCall(SyntaxNode call, PythonModel model) {
    SyntaxNode function = call.field("function");
    if (function == null) {
      return Optional.empty();
    }
    Arguments arguments = Arguments.of(call);
    if (model.names().is(function, "builtins.str")) {
      return arguments.positional().size() == 1 && arguments.count() == 1 ? Optional.of(STR) : Optional.empty();
    }
    SyntaxNode method = function.field("attribute");
    SyntaxNode object = function.field("object");
    boolean formats =
      method != null && method.textIs("format") && object != null && isLiteral(withoutParentheses(object));
    return formats ? Optional.of(FORMAT) : Optional.empty();
  }
}
