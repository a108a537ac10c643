package dev.perfreview.python.rules;

import dev.perfreview.python.Binding;
import dev.perfreview.python.PythonModel;
import dev.perfreview.python.Variable;
import dev.perfreview.syntax.SyntaxNode;
import java.util.List;

/** Whether awaiting a call gives others the event loop for a while, rather than computing under the name of a coroutine. */
final class Suspension {

  /** What functions are called that compute: awaiting several of them together wins nothing. */
  private static final List<String> COMPUTING = List.of(
    "preprocess",
    "postprocess",
    "validate",
    "parse",
    "format",
    "render",
    "compute",
    "convert",
    "normalize",
    "check",
    "build",
    "make"
  );

  private Suspension() {}

  static boolean isLikely(SyntaxNode callee, PythonModel model) {
    Variable variable = model.types().variableOf(callee);
    if (variable != null) {
      for (Binding binding : variable.bindings()) {
        SyntaxNode body =
          binding.kind() == Binding.Kind.FUNCTION && binding.value() != null ? binding.value().field("body") : null;
        if (body != null) {
          return AwaitSearch.isIn(body);
        }
      }
    }
    SyntaxNode name = callee.is("attribute") ? callee.field("attribute") : callee;
    String plain = name == null ? "" : name.text().replaceFirst("^_+", "");
    return COMPUTING.stream().noneMatch(plain::startsWith);
  }
}
