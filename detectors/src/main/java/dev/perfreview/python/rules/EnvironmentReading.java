package dev.perfreview.python.rules;

import dev.perfreview.python.Arguments;
import dev.perfreview.python.Loops;
import dev.perfreview.python.PythonModel;
import dev.perfreview.rule.Certainty;
import dev.perfreview.rule.Finding;
import dev.perfreview.syntax.SyntaxNode;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reading an environment variable: it encodes the name, looks it up and decodes the value, which never changes. */
final class EnvironmentReading {

  private static final Set<String> READERS = Set.of("os.getenv", "os.environ.get");

  private EnvironmentReading() {}

  static boolean isOne(SyntaxNode function, PythonModel model) {
    SyntaxNode method = function.field("attribute");
    SyntaxNode name = method == null ? function : method;
    return (
      (name.textIs("get") || name.textIs("getenv")) && READERS.contains(String.valueOf(model.names().of(function)))
    );
  }

  /** The finding for a constant name read in a function that does not look like it runs once, unless the value is kept. */
  static Optional<Finding> finding(SyntaxNode call, PythonModel model) {
    SyntaxNode variable = Arguments.of(call).positional(0);
    boolean constant = variable != null && variable.is("string");
    return variable != null &&
      constant &&
      !isSetHere(variable, model) &&
      !KeptObject.isMadeByMaker(call, model) &&
      !isKept(call)
      ? Optional.of(
          Finding.at(
            call,
            "`%s` reads the environment on each call: read it once, when the program starts".formatted(
              CodeSummary.of(call)
            )
          ).withCertainty(
            // A microsecond a time is worth a warning where a loop spends many.
            isBehindSwitch(call) || Loops.around(call).isEmpty() ? Certainty.SMALL : Certainty.SHOWN
          )
        )
      : Optional.empty();
  }

  /** Whether the file sets the variable itself, so that it does change. */
  private static boolean isSetHere(SyntaxNode variable, PythonModel model) {
    return model
      .references()
      .toAttributesNamed("environ")
      .stream()
      .map(SyntaxNode::parent)
      .anyMatch(
        use ->
          use != null &&
          use.is("subscript") &&
          "left".equals(use.fieldName()) &&
          use
            .fields("subscript")
            .stream()
            .anyMatch(key -> key.textIs(variable.text()))
      );
  }

  /** Whether the function returns before it reads unless a constant of the program is set: {@code if not ENABLED: return}. */
  private static boolean isBehindSwitch(SyntaxNode call) {
    SyntaxNode function = call.enclosing("function_definition");
    SyntaxNode body = function == null ? null : function.field("body");
    return (
      body != null &&
      body
        .namedChildren()
        .stream()
        .anyMatch(statement -> statement.end() < call.start() && returnsUnlessOn(statement))
    );
  }

  private static boolean returnsUnlessOn(SyntaxNode statement) {
    SyntaxNode condition = statement.is("if_statement") ? statement.field("condition") : null;
    SyntaxNode name = condition == null || !condition.is("not_operator") ? null : condition.field("argument");
    SyntaxNode block = statement.field("consequence");
    return (
      name != null &&
      block != null &&
      name.is("identifier") &&
      name.textIs(name.text().toUpperCase(Locale.ROOT)) &&
      block.namedChildren().getLast().is("return_statement")
    );
  }

  private static boolean isKept(SyntaxNode call) {
    SyntaxNode assignment = call.enclosing("assignment", "function_definition");
    SyntaxNode target = assignment == null ? null : assignment.field("left");
    return target != null && !target.is("identifier");
  }
}
