package dev.perfreview.rust;

import dev.perfreview.syntax.SyntaxNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What methods return that hand on what their closure makes: {@code map}, {@code and_then}, {@code filter_map}. */
final class ClosureResults {

  private ClosureResults() {}

  /** The type of a call of such a method; nothing when it is none or what its closure makes is not known. */
  static @Nullable RustType typeOf(RustType receiver, String method, SyntaxNode call, ExpressionTypes expressions) {
    RustType held = receiver.peeled();
    boolean iterator = held.is(RustType.ITERATOR);
    boolean option = held.is("std::option::Option");
    boolean result = held.is("std::result::Result");
    if (!iterator && !option && !result) {
      return null;
    }
    RustType made = switch (method) {
      case "map", "and_then", "filter_map", "find_map", "flat_map", "map_or", "then" -> madeBy(call, expressions);
      default -> null;
    };
    if (made == null) {
      return null;
    }
    return switch (method) {
      case "map" -> iterator
        ? RustType.iterator(made)
        : option
          ? RustType.option(made)
          : RustType.of("std::result::Result", made);
      case "and_then" -> iterator ? null : made;
      case "map_or" -> iterator ? null : made;
      case "filter_map" -> made.is("std::option::Option") ? RustType.iterator(made.argument(0)) : null;
      case "find_map" -> iterator && made.is("std::option::Option") ? made : null;
      case "flat_map" -> {
        RustType item = made.item();
        yield item == null ? null : RustType.iterator(item);
      }
      default -> null;
    };
  }

  /** The type of the last argument's body when that is a closure. */
  private static @Nullable RustType madeBy(SyntaxNode call, ExpressionTypes expressions) {
    List<SyntaxNode> arguments = Calls.argumentsOf(call);
    SyntaxNode closure = arguments.isEmpty() ? null : arguments.getLast();
    if (closure == null || !closure.is("closure_expression") || closure.firstChild("async") != null) {
      return null;
    }
    SyntaxNode body = closure.field("body");
    return body == null ? null : expressions.typeOf(body);
  }
}
