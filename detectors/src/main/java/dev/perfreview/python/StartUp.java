package dev.perfreview.python;

import dev.perfreview.syntax.SyntaxNode;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Functions that run once, by how they look: coroutines that start or stop a server, commands of the terminal, decorators. */
final class StartUp {

  private static final Pattern NAME = Pattern.compile(
    "_*(async_)?(init|initialize|setup|set_up|bootstrap|launch|serve|start|startup|warmup|warm_up|shutdown|stop|cleanup|teardown|destroy)(_.*)?" +
      "|__(pre|post)_(create|destroy)__" +
      "|_*run_.*(worker|server|engine)|worker" +
      "|_*register_(self|worker|server|node|service)|.*_(startup|warmup)(_.*)?"
  );

  /** What decorators call that which they decorate. */
  private static final Set<String> DECORATED = Set.of("cls", "klass", "fn", "func", "function");

  private StartUp() {}

  /** Whether a function is such a coroutine, by its name. */
  static boolean isCoroutineOf(Scope function) {
    return function.isAsync() && NAME.matcher(function.simpleName()).matches();
  }

  /** Whether a function takes the arguments of a command line as they were parsed. */
  static boolean takesCommandLine(SyntaxNode function) {
    SyntaxNode parameters = function.field("parameters");
    return (
      parameters != null &&
      parameters
        .namedChildren()
        .stream()
        .map(parameter -> parameter.field("type"))
        .anyMatch(type -> type != null && (type.textIs("argparse.Namespace") || type.textIs("Namespace")))
    );
  }

  /** Whether a function takes a class or a function alone, as decorators do, and hands it back: it runs when its file is imported. */
  static boolean isDecorator(Scope function) {
    SyntaxNode parameters = function.node().field("parameters");
    SyntaxNode body = function.node().field("body");
    List<SyntaxNode> taken = parameters == null ? List.of() : parameters.namedChildren();
    if (body == null || taken.size() != 1 || !taken.getFirst().isAny("identifier", "typed_parameter")) {
      return false;
    }
    SyntaxNode parameter = taken.getFirst();
    SyntaxNode name = parameter.is("identifier") ? parameter : parameter.namedChildren().getFirst();
    SyntaxNode last = body.namedChildren().isEmpty() ? body : body.namedChildren().getLast();
    return (
      DECORATED.contains(name.text()) &&
      last.is("return_statement") &&
      !last.namedChildren().isEmpty() &&
      last.namedChildren().getFirst().textIs(name.text())
    );
  }
}
