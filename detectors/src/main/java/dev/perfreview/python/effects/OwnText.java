package dev.perfreview.python.effects;

import dev.perfreview.python.Arguments;
import dev.perfreview.python.Binding;
import dev.perfreview.python.PythonModel;
import dev.perfreview.python.Variable;
import dev.perfreview.syntax.SyntaxNode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Texts that the program writes itself, such as the prompt around an input: no request makes them long. */
final class OwnText {

  /** How many names are followed. */
  private static final int DEEPEST = 4;

  private static final Set<String> OWN_OBJECTS = Set.of("self", "cls");

  private final PythonModel model;

  OwnText(PythonModel model) {
    this.model = model;
  }

  /** Whether a text is put together of the program's constants only. */
  boolean isAll(@Nullable SyntaxNode text) {
    return text != null && isAll(text, 0);
  }

  private boolean isAll(SyntaxNode text, int depth) {
    if (depth > DEEPEST) {
      return false;
    }
    return switch (text.kind()) {
      case "integer" -> true;
      case "string" -> text
        .namedChildren()
        .stream()
        .filter(part -> part.is("interpolation"))
        .allMatch(part -> isPart(part.namedChildren().getFirst(), depth + 1));
      case "concatenated_string" -> text
        .namedChildren()
        .stream()
        .allMatch(part -> isAll(part, depth));
      case "identifier" -> isName(text, depth + 1);
      default -> false;
    };
  }

  /** What a text has in its middle may also be asked of the program: {@code cls.placeholder("audio", 0)}. */
  private boolean isPart(SyntaxNode part, int depth) {
    return isAll(part, depth) || isOwnAnswer(part);
  }

  private static boolean isOwnAnswer(SyntaxNode call) {
    SyntaxNode function = call.is("call") ? call.field("function") : null;
    SyntaxNode object = function == null ? null : function.field("object");
    return (
      object != null &&
      OWN_OBJECTS.contains(object.text()) &&
      Arguments.of(call)
        .positional()
        .stream()
        .allMatch(argument -> argument.isAny("string", "integer"))
    );
  }

  private boolean isName(SyntaxNode name, int depth) {
    Variable variable = model.scopes().resolve(name);
    List<Binding> bindings = variable == null ? List.of() : variable.bindings();
    return (
      !bindings.isEmpty() &&
      bindings
        .stream()
        .allMatch(
          binding ->
            binding.kind() == Binding.Kind.ASSIGNMENT && binding.value() != null && isPart(binding.value(), depth)
        )
    );
  }
}
