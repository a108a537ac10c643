package dev.perfreview.rust;

import dev.perfreview.syntax.SyntaxNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Works out the types of indexing, comparisons, arithmetic and ranges. */
final class OperatorTypes {

  private final ExpressionTypes expressions;

  OperatorTypes(ExpressionTypes expressions) {
    this.expressions = expressions;
  }

  @Nullable
  RustType ofIndex(SyntaxNode index) {
    List<SyntaxNode> parts = index.namedChildren();
    RustType owner = parts.size() == 2 ? expressions.typeOf(parts.getFirst()) : null;
    if (owner == null) {
      return null;
    }
    RustType held = owner.peeled();
    boolean part = parts.getLast().is("range_expression");
    return switch (held.path()) {
      case "str", "std::string::String" -> part ? RustType.of("str") : null;
      case "std::vec::Vec", RustType.SLICE, RustType.ARRAY -> part
        ? RustType.of(RustType.SLICE, held.argument(0))
        : held.argument(0);
      case "std::collections::HashMap", "std::collections::BTreeMap" -> held.argument(1);
      case "std::collections::VecDeque" -> held.argument(0);
      default -> null;
    };
  }

  @Nullable
  RustType ofBinary(SyntaxNode binary) {
    SyntaxNode operator = binary.field("operator");
    if (operator == null) {
      return null;
    }
    if (operator.isAny("==", "!=", "<", "<=", ">", ">=", "&&", "||")) {
      return RustType.BOOL;
    }
    RustType left = typeOfField(binary, "left");
    boolean arithmetic = operator.isAny("+", "-", "*", "/", "%");
    return arithmetic && left != null && (left.equals(RustType.STRING) || left.isUnsigned()) ? left : null;
  }

  RustType ofRange(SyntaxNode range) {
    for (SyntaxNode end : range.namedChildren()) {
      RustType type = expressions.typeOf(end);
      if (type != null) {
        return RustType.iterator(type);
      }
    }
    return RustType.iterator(RustType.UNKNOWN);
  }

  private @Nullable RustType typeOfField(SyntaxNode node, String field) {
    SyntaxNode value = node.field(field);
    return value == null ? null : expressions.typeOf(value);
  }
}
