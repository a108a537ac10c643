package dev.perfreview.python.rules;

import dev.perfreview.python.Arguments;
import dev.perfreview.python.PythonModel;
import dev.perfreview.syntax.SyntaxNode;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call that turns an object into text or bytes.
 *
 * @param call the call
 * @param data what it turns
 * @param format into what
 */
record Serialization(SyntaxNode call, SyntaxNode data, Format format) {
  /** What comes out, and by which means. */
  enum Format {
    /** JSON from a pydantic model. */
    PYDANTIC_JSON,
    /** A dictionary from a pydantic model. */
    PYDANTIC_DICT,
    /** JSON by the standard library. */
    JSON,
    /** JSON by orjson and its like. */
    FAST_JSON,
    /** A pickle. */
    PICKLE,
    /** A message of a zmq socket, which pickles or encodes its argument itself. */
    MESSAGE,
  }

  private static final Map<String, Format> FUNCTIONS = Map.of(
    "json.dumps",
    Format.JSON,
    "orjson.dumps",
    Format.FAST_JSON,
    "ujson.dumps",
    Format.FAST_JSON,
    "pickle.dumps",
    Format.PICKLE,
    "cloudpickle.dumps",
    Format.PICKLE,
    "msgspec.json.encode",
    Format.FAST_JSON,
    "msgspec.msgpack.encode",
    Format.FAST_JSON
  );

  private static final Map<String, Format> METHODS = Map.of(
    "model_dump_json",
    Format.PYDANTIC_JSON,
    "model_dump",
    Format.PYDANTIC_DICT,
    "send_pyobj",
    Format.MESSAGE,
    "send_json",
    Format.MESSAGE
  );

  /** What a call serialises; nothing when it is not known to serialise. */
  static Optional<Serialization> of(@Nullable SyntaxNode call, PythonModel model) {
    SyntaxNode function = call != null && call.is("call") ? call.field("function") : null;
    SyntaxNode method = function != null && function.is("attribute") ? function.field("attribute") : null;
    if (call == null || function == null || method == null) {
      return Optional.empty();
    }
    Format byMethod = METHODS.get(method.text());
    boolean mayBe = method.textIs("dumps") || method.textIs("encode");
    if (byMethod == null && !mayBe) {
      return Optional.empty();
    }
    SyntaxNode argument = Arguments.of(call).positional(0);
    if (byMethod != null) {
      SyntaxNode data = byMethod == Format.MESSAGE ? argument : function.field("object");
      return data == null ? Optional.empty() : Optional.of(new Serialization(call, data, byMethod));
    }
    String name = argument == null ? null : model.names().of(function);
    Format format = name == null ? null : FUNCTIONS.get(name);
    return argument == null || format == null
      ? Optional.empty()
      : Optional.of(new Serialization(call, argument, format));
  }

  /** The model that a pydantic method is called on, also where its dictionary is handed on to a JSON encoder. */
  boolean isOfPydanticModel(PythonModel model) {
    return switch (format) {
      case PYDANTIC_JSON -> true;
      case JSON, FAST_JSON -> of(data, model)
        .filter(inner -> inner.format == Format.PYDANTIC_DICT)
        .isPresent();
      default -> false;
    };
  }
}
