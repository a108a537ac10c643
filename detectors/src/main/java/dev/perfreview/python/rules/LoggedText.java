package dev.perfreview.python.rules;

import dev.perfreview.python.Arguments;
import dev.perfreview.python.PythonModel;
import dev.perfreview.python.tensors.TensorValue;
import dev.perfreview.syntax.SyntaxNode;
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
    return switch (text.kind()) {
      case "concatenated_string", "parenthesized_expression", "tuple", "binary_operator" -> longest(
        text.namedChildren(),
        model
      );
      case "string" -> longest(
        text
          .namedChildren()
          .stream()
          .filter(part -> part.is("interpolation"))
          .flatMap(part -> part.fields("expression").stream())
          .toList(),
        model
      );
      // `str(value)` and `"…".format(values)` take as long as their arguments.
      case "call" -> EagerFormat.of(text, model).isPresent()
        ? longest(Arguments.of(text).positional(), model)
        : ofValue(text, model);
      default -> ofValue(text, model);
    };
  }

  private static LoggedText longest(List<SyntaxNode> parts, PythonModel model) {
    LoggedText longest = SHORT;
    for (SyntaxNode part : parts) {
      LoggedText own = of(part, model);
      longest = own.compareTo(longest) > 0 ? own : longest;
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
