package dev.perfreview.rust;

import dev.perfreview.syntax.SyntaxNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts of a {@code call_expression}: the name called, what a method is called on, the arguments. */
public final class Calls {

  private Calls() {}

  /** The simple name of the function or method that a call calls; nothing when it calls the value of an expression. */
  public static @Nullable String nameOf(SyntaxNode call) {
    SyntaxNode name = nameNodeOf(call);
    return name == null ? null : name.text();
  }

  /** The node of {@link #nameOf}. */
  public static @Nullable SyntaxNode nameNodeOf(SyntaxNode call) {
    SyntaxNode function = functionOf(call);
    return function == null
      ? null
      : switch (function.kind()) {
          case "field_expression" -> function.field("field");
          case "scoped_identifier" -> function.field("name");
          case "identifier" -> function;
          default -> null;
        };
  }

  /** What a call calls, without type arguments. */
  public static @Nullable SyntaxNode functionOf(SyntaxNode call) {
    SyntaxNode function = call.field("function");
    return function != null && function.is("generic_function") ? function.field("function") : function;
  }

  /** What a method is called on; nothing for a call of a function. */
  public static @Nullable SyntaxNode receiverOf(SyntaxNode call) {
    SyntaxNode function = functionOf(call);
    return function != null && function.is("field_expression") ? function.field("value") : null;
  }

  /** The arguments in order, comments left out. */
  public static List<SyntaxNode> argumentsOf(SyntaxNode call) {
    SyntaxNode arguments = call.field("arguments");
    return arguments == null ? List.of() : Comments.without(arguments.namedChildren());
  }

  /** The call of a method on {@code receiver}: the {@code call_expression} whose function names a field of it. */
  public static @Nullable SyntaxNode methodCallOn(SyntaxNode receiver) {
    SyntaxNode access = receiver.parent();
    if (access == null || !access.is("field_expression") || !"value".equals(receiver.fieldName())) {
      return null;
    }
    SyntaxNode function = access;
    SyntaxNode parent = access.parent();
    if (parent != null && parent.is("generic_function")) {
      function = parent;
      parent = parent.parent();
    }
    boolean called = parent != null && parent.is("call_expression") && "function".equals(function.fieldName());
    return called ? parent : null;
  }

  /** The call that {@code node} is a direct argument of. */
  public static @Nullable SyntaxNode callTaking(SyntaxNode node) {
    SyntaxNode arguments = node.parent();
    SyntaxNode call = arguments != null && arguments.is("arguments") ? arguments.parent() : null;
    return call != null && call.is("call_expression") ? call : null;
  }
}
