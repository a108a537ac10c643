package dev.perfreview.rust.rules;

import dev.perfreview.rust.Calls;
import dev.perfreview.rust.RustModel;
import dev.perfreview.syntax.SyntaxNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call of a function of {@code serde_json}.
 *
 * @param call the call
 * @param name the function's name
 * @param form what it makes
 * @param argument what it makes it of, references left out; for writers the value, not the writer
 */
record SerdeCall(SyntaxNode call, String name, Form form, SyntaxNode argument) {
  /** What a value can be turned into and back. */
  enum Form {
    /** Text or bytes of a value. */
    TEXT,
    /** A {@code serde_json::Value}. */
    TREE,
    /** A value of text or bytes. */
    OF_TEXT,
    /** A value of a {@code serde_json::Value}. */
    OF_TREE,
  }

  private static final Map<String, Form> FUNCTIONS = Map.ofEntries(
    Map.entry("to_string", Form.TEXT),
    Map.entry("to_string_pretty", Form.TEXT),
    Map.entry("to_vec", Form.TEXT),
    Map.entry("to_vec_pretty", Form.TEXT),
    Map.entry("to_writer", Form.TEXT),
    Map.entry("to_value", Form.TREE),
    Map.entry("from_str", Form.OF_TEXT),
    Map.entry("from_slice", Form.OF_TEXT),
    Map.entry("from_reader", Form.OF_TEXT),
    Map.entry("from_value", Form.OF_TREE)
  );

  /** The call as one of {@code serde_json}; nothing when it is none. */
  static @Nullable SerdeCall of(SyntaxNode call, RustModel model) {
    String name = call.is("call_expression") ? Calls.nameOf(call) : null;
    Form form = name == null ? null : FUNCTIONS.get(name);
    SyntaxNode function = form == null ? null : Calls.functionOf(call);
    List<SyntaxNode> arguments = Calls.argumentsOf(call);
    if (name == null || form == null || function == null || function.is("field_expression") || arguments.isEmpty()) {
      return null;
    }
    String path = model.fullPathOf(function);
    return path != null && path.equals("serde_json::" + name)
      ? new SerdeCall(call, name, form, bare(arguments.getLast()))
      : null;
  }

  /** Whether it makes a tree or text. */
  boolean encodes() {
    return form == Form.TEXT || form == Form.TREE;
  }

  /** An expression without the references and the views of the same bytes around it. */
  private static SyntaxNode bare(SyntaxNode expression) {
    SyntaxNode node = expression;
    while (true) {
      SyntaxNode inner = switch (node.kind()) {
        case "reference_expression" -> node.field("value");
        case "call_expression" -> isView(node) ? Calls.receiverOf(node) : null;
        case "parenthesized_expression" -> node.namedChildren().getFirst();
        default -> null;
      };
      if (inner == null) {
        return node;
      }
      node = inner;
    }
  }

  private static boolean isView(SyntaxNode call) {
    String name = Calls.nameOf(call);
    return (
      Calls.argumentsOf(call).isEmpty() &&
      List.of("as_bytes", "as_slice", "as_str", "as_ref", "clone", "deref").contains(String.valueOf(name))
    );
  }
}
