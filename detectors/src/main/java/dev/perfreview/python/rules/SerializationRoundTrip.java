package dev.perfreview.python.rules;

import dev.perfreview.python.Arguments;
import dev.perfreview.python.PythonModel;
import dev.perfreview.rule.Finding;
import dev.perfreview.syntax.SyntaxNode;
import java.util.Optional;
import java.util.Set;

/** Data that is serialised or parsed twice over. */
final class SerializationRoundTrip {

  private static final Set<String> PARSERS = Set.of("json.loads", "orjson.loads", "ujson.loads", "pickle.loads");
  private static final Set<String> JSON_RESPONSES = Set.of(
    "fastapi.responses.JSONResponse",
    "starlette.responses.JSONResponse"
  );

  private static final Set<String> METHODS = Set.of(
    "loads",
    "model_validate",
    "model_validate_json",
    "dumps",
    "JSONResponse",
    "json"
  );

  private SerializationRoundTrip() {}

  /** The finding for a call that undoes or repeats what the code around or before it does. */
  static Optional<Finding> of(SyntaxNode call, SyntaxNode function, PythonModel model) {
    SyntaxNode method = function.is("attribute") ? function.field("attribute") : function;
    if (method == null || !METHODS.contains(method.text())) {
      return Optional.empty();
    }
    Arguments arguments = Arguments.of(call);
    SyntaxNode argument = arguments.positional(0);
    String message = switch (method.text()) {
      case "loads" -> argument != null && PARSERS.contains(nameOf(function, model)) && serializes(argument, model)
        ? "`%s` parses what was serialised for it just before"
        : "";
      case "model_validate" -> argument != null && isOf(argument, Serialization.Format.PYDANTIC_DICT, model)
        ? "`%s` takes a model to pieces and validates all of them again"
        : "";
      case "model_validate_json" -> argument != null && serializes(argument, model)
        ? "`%s` parses what was serialised for it just before"
        : "";
      case "dumps" -> argument != null &&
      isOf(argument, Serialization.Format.PYDANTIC_DICT, model) &&
      "json.dumps".equals(nameOf(function, model))
        ? "`%s` makes dictionaries of a model only to encode them: `model_dump_json` does both at once"
        : "";
      case "JSONResponse" -> isPlainAnswer(function, arguments, model)
        ? "`%s` makes dictionaries of a model and encodes them with the standard library's JSON: `model_dump_json` does both at once"
        : "";
      case "json" -> isSecondReading(call, function)
        ? "`%s` reads the body anew though its bytes are here already: parse those"
        : "";
      default -> "";
    };
    boolean error = !message.isEmpty() && model.scopes().scopeOf(call).definition().simpleName().contains("error");
    return message.isEmpty() || error
      ? Optional.empty()
      : Optional.of(Finding.at(call, message.formatted(CodeSummary.of(call))));
  }

  private static String nameOf(SyntaxNode function, PythonModel model) {
    String name = model.names().of(function);
    return name == null ? "" : name;
  }

  private static boolean serializes(SyntaxNode argument, PythonModel model) {
    return Serialization.of(argument, model)
      .filter(inner -> inner.format() != Serialization.Format.MESSAGE)
      .isPresent();
  }

  private static boolean isOf(SyntaxNode argument, Serialization.Format format, PythonModel model) {
    return Serialization.of(argument, model)
      .filter(inner -> inner.format() == format)
      .isPresent();
  }

  /** Whether a response carries a model and is no error: those are short and rare. */
  private static boolean isPlainAnswer(SyntaxNode function, Arguments arguments, PythonModel model) {
    SyntaxNode content = arguments.parameter(0, "content");
    return (
      content != null &&
      arguments.keyword("status_code") == null &&
      !content.text().contains("err") &&
      isOf(content, Serialization.Format.PYDANTIC_DICT, model) &&
      JSON_RESPONSES.contains(nameOf(function, model))
    );
  }

  /** Whether {@code await x.json()} follows {@code await x.body()} in the same function. */
  private static boolean isSecondReading(SyntaxNode call, SyntaxNode function) {
    SyntaxNode object = function.field("object");
    SyntaxNode around = call.enclosing("function_definition");
    SyntaxNode await = call.parent();
    if (object == null || around == null || await == null || !await.is("await")) {
      return false;
    }
    String body = object.text() + ".body()";
    return around
      .streamDescendants()
      .anyMatch(node -> node.is("call") && node.start() < call.start() && node.textIs(body));
  }
}
