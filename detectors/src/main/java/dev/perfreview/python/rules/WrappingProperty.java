package dev.perfreview.python.rules;

import dev.perfreview.python.Arguments;
import dev.perfreview.python.PythonModel;
import dev.perfreview.rule.Finding;
import dev.perfreview.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A property that wraps an attribute in a new object on each access, where one made with the attribute would do. */
final class WrappingProperty {

  /** What classes are called that show a collection without copying it: made once, they keep showing it. */
  private static final Pattern VIEW = Pattern.compile(
    "[A-Z]\\w*(List|Dict|Set|View|Proxy|Mapping|Sequence|Wrapper)|MappingProxyType"
  );

  private WrappingProperty() {}

  static Optional<Finding> in(SyntaxNode decorated, PythonModel model) {
    SyntaxNode function = decorated.field("definition");
    SyntaxNode decorator = decorated.firstChild("decorator");
    SyntaxNode body = function == null || !function.is("function_definition") ? null : function.field("body");
    if (body == null || decorator == null || !decorator.text().strip().equals("@property")) {
      return Optional.empty();
    }
    List<SyntaxNode> statements = body
      .namedChildren()
      .stream()
      .filter(statement -> !statement.is("comment") && !isDocstring(statement))
      .toList();
    SyntaxNode statement = statements.size() == 1 ? statements.getFirst() : null;
    SyntaxNode value =
      statement != null && statement.is("return_statement") && !statement.namedChildren().isEmpty()
        ? statement.namedChildren().getFirst()
        : null;
    SyntaxNode callee = value != null && value.is("call") ? value.field("function") : null;
    if (value == null || callee == null || !VIEW.matcher(lastName(callee)).matches()) {
      return Optional.empty();
    }
    Arguments arguments = Arguments.of(value);
    SyntaxNode argument = arguments.count() == 1 ? arguments.positional(0) : null;
    SyntaxNode object = argument == null ? null : argument.field("object");
    boolean wraps = object != null && object.is("identifier") && model.classes().classOfSelf(object) != null;
    return wraps
      ? Optional.of(
          Finding.at(
            value,
            "`%s` makes a new object on each access: make it once, beside what it shows".formatted(
              CodeSummary.of(value)
            )
          )
        )
      : Optional.empty();
  }

  private static boolean isDocstring(SyntaxNode statement) {
    return statement.is("expression_statement") && statement.namedChildren().getFirst().is("string");
  }

  private static String lastName(SyntaxNode callee) {
    SyntaxNode name = callee.is("attribute") ? callee.field("attribute") : callee;
    return name == null ? "" : name.text();
  }
}
