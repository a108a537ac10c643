package dev.perfreview.rust.iteration;

import dev.perfreview.rust.Binding;
import dev.perfreview.rust.Calls;
import dev.perfreview.rust.RustModel;
import dev.perfreview.syntax.SyntaxNode;
import org.jspecify.annotations.Nullable;

/** The number of a loop's turn: {@code i} of {@code for (i, block) in blocks.iter().enumerate()} and of {@code for i in 0..n}. */
final class LoopIndex {

  private LoopIndex() {}

  /** Whether a value is one, or is worked out from one and constants: {@code &i}, {@code &(i + 1)}. */
  static boolean isOne(SyntaxNode value, RustModel model) {
    SyntaxNode name = value;
    while (name.isAny("reference_expression", "parenthesized_expression", "unary_expression", "type_cast_expression")) {
      SyntaxNode inner = name.field("value");
      name = inner == null ? name.namedChildren().getFirst() : inner;
    }
    if (name.is("binary_expression")) {
      SyntaxNode right = name.field("right");
      SyntaxNode left = name.field("left");
      if (left == null || right == null || !right.is("integer_literal")) {
        return false;
      }
      name = left;
    }
    Binding binding = name.is("identifier") ? model.bindingOf(name) : null;
    return binding != null && counts(binding.name());
  }

  private static boolean counts(SyntaxNode declared) {
    for (SyntaxNode around : declared.ancestors()) {
      if (around.is("for_expression")) {
        return isNumbered(declared, around.field("pattern"), around.field("value"));
      }
      if (around.is("closure_expression")) {
        SyntaxNode call = Calls.callTaking(around);
        return isNumbered(declared, around.field("parameters"), call == null ? null : Calls.receiverOf(call));
      }
      if (around.isAny("block", "function_item")) {
        return false;
      }
    }
    return false;
  }

  private static boolean isNumbered(SyntaxNode declared, @Nullable SyntaxNode pattern, @Nullable SyntaxNode iterated) {
    if (pattern == null || iterated == null) {
      return false;
    }
    SyntaxNode source = Chains.sourceOf(iterated);
    while (source.is("parenthesized_expression")) {
      source = source.namedChildren().getFirst();
    }
    if (source.is("range_expression")) {
      return true;
    }
    boolean first = pattern
      .text()
      .replaceAll("[|(&\\s]", "")
      .startsWith(declared.text() + ",");
    return first && isEnumerated(iterated);
  }

  private static boolean isEnumerated(SyntaxNode iterated) {
    for (SyntaxNode node = iterated; node != null && node.is("call_expression"); node = Calls.receiverOf(node)) {
      if ("enumerate".equals(Calls.nameOf(node))) {
        return true;
      }
    }
    return false;
  }
}
