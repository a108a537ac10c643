package dev.perfreview.python;

import dev.perfreview.syntax.SyntaxNode;
import org.jspecify.annotations.Nullable;

/**
 * A call of the form {@code object.method(…)}.
 *
 * @param call the whole call
 * @param object what stands before the dot
 * @param name the method's name
 */
public record MethodCall(SyntaxNode call, SyntaxNode object, String name) {
  /** The method call that a node is, when it is one. */
  public static @Nullable MethodCall of(@Nullable SyntaxNode node) {
    SyntaxNode function = node != null && node.is("call") ? node.field("function") : null;
    SyntaxNode object = function == null ? null : function.field("object");
    SyntaxNode method = function == null ? null : function.field("attribute");
    return node == null || object == null || method == null ? null : new MethodCall(node, object, method.text());
  }

  /** The call of a method of this expression, where the expression is what stands before the dot. */
  public static @Nullable MethodCall on(SyntaxNode object) {
    SyntaxNode attribute = object.parent();
    boolean isObject = attribute != null && attribute.is("attribute") && "object".equals(object.fieldName());
    SyntaxNode call = attribute != null && isObject ? attribute.parent() : null;
    boolean isFunction = attribute != null && "function".equals(attribute.fieldName());
    return isFunction ? of(call) : null;
  }

  /** Whether it is a call without arguments of {@code keys}, {@code values} or {@code items}: a view of a mapping. */
  public boolean isView() {
    boolean named = name.equals("keys") || name.equals("values") || name.equals("items");
    return named && Arguments.of(call).count() == 0;
  }
}
