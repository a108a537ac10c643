package dev.perfreview.python.rules;

import dev.perfreview.python.Arguments;
import dev.perfreview.python.PythonModel;
import dev.perfreview.python.tensors.TensorValue;
import dev.perfreview.syntax.SyntaxNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How long it takes to put a log message into words. A number or a name is nothing beside the step that it is logged in; what goes through a
 * collection, a tensor or an array takes as long as that has elements.
 */
enum LoggedText {
  /** Nothing shows that it takes long. */
  SHORT,
  /** It holds the text of a collection, a tensor or an array. */
  LONG,
  /** It goes through elements before the logger is called, so that handing the values over does not help alone. */
  WORKED_OUT;

  /** Types whose text is made of the texts of many elements. */
  private static final Set<String> COLLECTIONS = Set.of(
    "list",
    "dict",
    "set",
    "frozenset",
    "dict_keys",
    "dict_values",
    "dict_items",
    "collections.deque",
    "collections.defaultdict",
    "collections.OrderedDict",
    "collections.Counter",
    "numpy.ndarray"
  );
  private static final Set<TensorValue.Kind> TENSORS = EnumSet.of(
    TensorValue.Kind.TENSOR,
    TensorValue.Kind.ARRAY,
    TensorValue.Kind.TENSORS
  );

  /** How long the text of a message takes, or that of a value in it. */
  static LoggedText of(SyntaxNode text, PythonModel model) {
    LoggedText longest = SHORT;
    Deque<SyntaxNode> parts = new ArrayDeque<>(List.of(text));
    while (!parts.isEmpty()) {
      SyntaxNode part = parts.pop();
      switch (part.kind()) {
        case "concatenated_string", "parenthesized_expression", "tuple", "binary_operator" -> parts.addAll(
          part.namedChildren()
        );
        case "string" -> part
          .namedChildren()
          .stream()
          .filter(child -> child.is("interpolation"))
          .forEach(child -> parts.addAll(child.fields("expression")));
        default -> {
          if (part.is("call") && EagerFormat.of(part, model).isPresent()) {
            // `str(value)` and `"…".format(values)` take as long as their arguments.
            parts.addAll(Arguments.of(part).positional());
          } else {
            LoggedText own = ofValue(part, model);
            longest = own.compareTo(longest) > 0 ? own : longest;
          }
        }
      }
    }
    return longest;
  }

  private static LoggedText ofValue(SyntaxNode value, PythonModel model) {
    if (isComprehension(value) || value.streamDescendants().anyMatch(LoggedText::isComprehension)) {
      return WORKED_OUT;
    }
    boolean many =
      COLLECTIONS.contains(model.types().typeOf(value).name()) ||
      TENSORS.contains(model.tensors().valueOf(value).kind());
    return many ? LONG : SHORT;
  }

  private static boolean isComprehension(SyntaxNode node) {
    return node.isAny("list_comprehension", "set_comprehension", "dictionary_comprehension", "generator_expression");
  }
}
