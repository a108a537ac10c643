package dev.perfreview.python.rules;

import dev.perfreview.python.Arguments;
import dev.perfreview.python.PythonModel;
import dev.perfreview.syntax.SyntaxNode;
import java.util.Optional;
import java.util.Set;

/**
 * A call that logs at {@code debug}. Higher levels are left out, {@code info} too: servers run with them on, so that the text is made
 * either way.
 *
 * @param node the call
 * @param function what is called, as it is written
 * @param message the message argument
 */
record LogCall(SyntaxNode node, String function, SyntaxNode message) {
  private static final Set<String> METHODS = Set.of("debug", "log");

  /** The log call that a call is, if its object is known to be a standard logger. */
  static Optional<LogCall> of(SyntaxNode call, PythonModel model) {
    SyntaxNode function = call.field("function");
    SyntaxNode method = function == null || !function.is("attribute") ? null : function.field("attribute");
    SyntaxNode logger = function == null ? null : function.field("object");
    if (function == null || method == null || logger == null || !METHODS.contains(method.text())) {
      return Optional.empty();
    }
    boolean known =
      model.types().typeOf(logger).isAny("logging.Logger", "logging.LoggerAdapter") ||
      ("logging." + method.text()).equals(model.names().of(function));
    Arguments arguments = Arguments.of(call);
    boolean withLevel = method.textIs("log");
    if (!known || (withLevel && !model.names().is(arguments.positional(0), "logging.DEBUG"))) {
      return Optional.empty();
    }
    return Optional.ofNullable(arguments.positional(withLevel ? 1 : 0)).map(message ->
      new LogCall(call, function.text(), message)
    );
  }
}
