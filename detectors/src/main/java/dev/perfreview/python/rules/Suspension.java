package dev.perfreview.python.rules;

import dev.perfreview.python.Binding;
import dev.perfreview.python.PythonModel;
import dev.perfreview.python.Variable;
import dev.perfreview.syntax.SyntaxNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

  /** How many methods are followed that await each other. */
  private static final int DEEPEST = 3;

  private Suspension() {}

  /** Whether a body awaits anything but methods of its own object that await nothing else themselves. */
  private static boolean suspends(SyntaxNode body, int depth) {
    if (!AwaitSearch.isIn(body)) {
      return false;
    }
    return (
      depth == 0 ||
      body
        .streamDescendants()
        .anyMatch(node -> node.isAny("with_statement", "for_statement") && node.firstChild("async") != null) ||
      body
        .streamDescendants()
        .filter(node -> node.is("await") && node.isNamed())
        .anyMatch(await -> awaitsOther(await, depth))
    );
  }

  private static boolean awaitsOther(SyntaxNode await, int depth) {
    SyntaxNode awaited = await.namedChildren().isEmpty() ? null : await.namedChildren().getLast();
    SyntaxNode function = awaited == null || !awaited.is("call") ? null : awaited.field("function");
    SyntaxNode name = function == null ? null : function.field("attribute");
    SyntaxNode object = function == null ? null : function.field("object");
    SyntaxNode body =
      function == null || name == null || object == null || !object.textIs("self")
        ? null
        : methodBody(function, name.text());
    return body == null || suspends(body, depth - 1);
  }

  private static boolean isCalled(SyntaxNode definition, String wanted) {
    SyntaxNode name = definition.field("name");
    return name != null && name.textIs(wanted);
  }

  /** The body of the method of a name that the class around a node has. */
  private static @Nullable SyntaxNode methodBody(SyntaxNode node, String name) {
    SyntaxNode owner = node.enclosing("class_definition");
    return owner == null
      ? null
      : owner
          .streamDescendants()
          .filter(inner -> inner.is("function_definition"))
          .filter(inner -> isCalled(inner, name))
          .map(inner -> inner.field("body"))
          .findFirst()
          .orElse(null);
  }

  static boolean isLikely(SyntaxNode callee, PythonModel model) {
    Variable variable = model.types().variableOf(callee);
    if (variable != null) {
      for (Binding binding : variable.bindings()) {
        SyntaxNode body =
          binding.kind() == Binding.Kind.FUNCTION && binding.value() != null ? binding.value().field("body") : null;
        if (body != null) {
          return suspends(body, DEEPEST);
        }
      }
    }
    SyntaxNode name = callee.is("attribute") ? callee.field("attribute") : callee;
    SyntaxNode object = callee.field("object");
    if (name != null && object != null && object.textIs("self")) {
      SyntaxNode body = methodBody(callee, name.text());
      if (body != null && !suspends(body, DEEPEST)) {
        return false;
      }
    }
    String plain = name == null ? "" : name.text().replaceFirst("^_+", "");
    return COMPUTING.stream().noneMatch(plain::startsWith);
  }
}
