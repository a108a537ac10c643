package dev.perfreview.rust.guards;

import dev.perfreview.syntax.SyntaxNode;

/**
 * Where a value without a name is dropped (the Rust Reference, "Destructors", temporary scopes). Where the editions differ, the shorter
 * scope of the two is answered, so that what is said to be alive is alive in both: the temporaries of an {@code if let} end before
 * {@code else} and those of a block's tail end with the block.
 */
final class TemporaryScopes {

  private TemporaryScopes() {}

  /** The node at whose end the temporary that {@code value} makes is dropped. */
  static SyntaxNode scopeOf(SyntaxNode value) {
    SyntaxNode inner = value;
    boolean extending = true;
    boolean borrowed = false;
    for (SyntaxNode outer : value.ancestors()) {
      switch (outer.kind()) {
        case "let_declaration" -> {
          SyntaxNode block = outer.parent();
          return borrowed && extending && block != null ? block : outer;
        }
        case "expression_statement", "block", "macro_invocation" -> {
          return outer;
        }
        case "if_expression", "while_expression" -> {
          return inner.isAny("let_condition", "let_chain") ? outer : inner;
        }
        case "match_arm", "match_pattern", "closure_expression", "async_block", "function_item", "token_tree" -> {
          return inner;
        }
        case "let_chain" -> {
          if (!inner.is("let_condition")) {
            return inner;
          }
        }
        case "binary_expression" -> {
          extending = false;
          if (isLazy(outer)) {
            return inner;
          }
        }
        case "reference_expression" -> borrowed = true;
        case "field_expression" -> extending &= !isMethod(outer);
        case "unary_expression", "index_expression" -> extending &= !borrowed;
        case
          "parenthesized_expression",
          "tuple_expression",
          "array_expression",
          "struct_expression",
          "field_initializer_list",
          "field_initializer",
          "type_cast_expression" -> {
        }
        default -> extending = false;
      }
      inner = outer;
    }
    return inner;
  }

  private static boolean isLazy(SyntaxNode binary) {
    SyntaxNode operator = binary.field("operator");
    return operator != null && (operator.textIs("&&") || operator.textIs("||"));
  }

  private static boolean isMethod(SyntaxNode field) {
    SyntaxNode parent = field.parent();
    return parent != null && parent.is("call_expression") && "function".equals(field.fieldName());
  }
}
