package dev.perfreview.python.rules;

import dev.perfreview.python.Arguments;
import dev.perfreview.python.MethodCall;
import dev.perfreview.python.PythonModel;
import dev.perfreview.syntax.SyntaxNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An expression that copies a container: {@code x.copy()}, {@code list(x)}, {@code x[:]}, {@code copy.deepcopy(x)}.
 *
 * @param node the whole expression
 * @param source what is copied
 * @param deep whether everything below is copied too
 */
record CopyExpression(SyntaxNode node, SyntaxNode source, boolean deep) {
  private static final Set<String> COPIES = Set.of(
    "builtins.list",
    "builtins.tuple",
    "builtins.dict",
    "builtins.set",
    "copy.copy",
    "copy.deepcopy"
  );

  /** The copy that a call or a subscript is, as far as its form tells. */
  static @Nullable CopyExpression of(SyntaxNode node, PythonModel model) {
    return node.is("subscript") ? ofSlice(node) : ofCall(node, model);
  }

  private static @Nullable CopyExpression ofSlice(SyntaxNode subscript) {
    SyntaxNode slice = subscript.field("subscript");
    SyntaxNode value = subscript.field("value");
    boolean whole = slice != null && slice.is("slice") && slice.textIs(":");
    SyntaxNode around = subscript.parent();
    boolean written =
      around != null &&
      around.isAny("assignment", "augmented_assignment", "delete_statement") &&
      !"right".equals(subscript.fieldName());
    return whole && value != null && !written && subscript.fields("subscript").size() == 1
      ? new CopyExpression(subscript, value, false)
      : null;
  }

  private static @Nullable CopyExpression ofCall(SyntaxNode call, PythonModel model) {
    MethodCall method = MethodCall.of(call);
    if (method != null && method.name().equals("copy") && Arguments.of(call).count() == 0) {
      return new CopyExpression(call, method.object(), false);
    }
    SyntaxNode function = call.field("function");
    String name = function == null ? null : model.names().of(function);
    if (name == null || !COPIES.contains(name)) {
      return null;
    }
    Arguments arguments = Arguments.of(call);
    SyntaxNode source = arguments.count() == 1 && !arguments.hasSplat() ? arguments.positional(0) : null;
    return source == null ? null : new CopyExpression(call, source, name.equals("copy.deepcopy"));
  }
}
