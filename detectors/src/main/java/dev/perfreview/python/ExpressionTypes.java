package dev.perfreview.python;

import dev.perfreview.syntax.SyntaxNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The types of expressions, worked out from their parts. */
final class ExpressionTypes {

  /** Beyond this depth an expression's type is not worked out: nobody writes that by hand. */
  private static final int DEEPEST = 48;

  /** Of a longer tuple the parts are not told apart. */
  private static final int LONGEST_TUPLE = 16;

  private final TypeInference types;
  private final QualifiedNames names;
  private final ForeignMembers foreign;
  private final CallTypes calls;

  ExpressionTypes(
    TypeInference types,
    ScopeTree scopes,
    QualifiedNames names,
    PythonClasses classes,
    Annotations annotations,
    ForeignMembers foreign
  ) {
    this.types = types;
    this.names = names;
    this.foreign = foreign;
    this.calls = new CallTypes(this, scopes, names, classes, annotations, foreign);
  }

  PythonType typeOf(@Nullable SyntaxNode node, int depth) {
    if (node == null || depth > DEEPEST) {
      return PythonType.UNKNOWN;
    }
    return switch (node.kind()) {
      case "string" -> StringLiteral.isBytes(node) ? PythonType.BYTES : PythonType.STR;
      case "concatenated_string" -> typeOf(first(node), depth + 1);
      case "integer" -> PythonType.INT;
      case "float" -> PythonType.of("float");
      case "true", "false", "comparison_operator", "not_operator" -> PythonType.BOOL;
      case "none" -> PythonType.NONE;
      case "list" -> PythonType.of("list", elements(node, depth));
      case "list_comprehension" -> PythonType.of("list", typeOf(node.field("body"), depth + 1));
      case "set_comprehension" -> PythonType.of("set", typeOf(node.field("body"), depth + 1));
      case "set" -> PythonType.of("set", elements(node, depth));
      case "generator_expression" -> PythonType.of("typing.Iterator", typeOf(node.field("body"), depth + 1));
      case "tuple", "expression_list" -> tuple(node, depth);
      case "dictionary", "dictionary_comprehension" -> dictionary(node, depth);
      case "parenthesized_expression" -> typeOf(first(node), depth + 1);
      case "named_expression" -> typeOf(node.field("value"), depth + 1);
      case "conditional_expression" -> conditional(node, depth);
      case "boolean_operator" -> either(node.field("left"), node.field("right"), depth);
      case "binary_operator" -> binary(
        operator(node),
        typeOf(node.field("left"), depth + 1),
        typeOf(node.field("right"), depth + 1)
      );
      case "identifier", "attribute" -> variable(node, depth);
      case "subscript" -> subscript(node, depth);
      case "call" -> calls.typeOf(node, depth);
      case "await" -> calls.awaited(first(node));
      default -> PythonType.UNKNOWN;
    };
  }

  /** What {@code target += value} leaves in a target of this type. */
  PythonType augmented(SyntaxNode target, PythonType before, @Nullable SyntaxNode value) {
    SyntaxNode statement = target.parent();
    SyntaxNode operator = statement == null ? null : statement.field("operator");
    if (operator == null) {
      return PythonType.UNKNOWN;
    }
    return binary(operator.text().replace("=", ""), before, typeOf(value, 0));
  }

  /** What a function returns, by its annotation. */
  PythonType returned(SyntaxNode function) {
    return calls.returned(function);
  }

  /** The type of an attribute that a property makes, by its annotation. */
  PythonType property(Binding binding) {
    SyntaxNode function = binding.value();
    SyntaxNode decorated = function == null ? null : function.parent();
    boolean isProperty =
      decorated != null &&
      decorated.is("decorated_definition") &&
      decorated.namedChildren().stream().anyMatch(ExpressionTypes::isPropertyDecorator);
    return isProperty && function != null ? calls.returned(function) : PythonType.UNKNOWN;
  }

  private static boolean isPropertyDecorator(SyntaxNode child) {
    return child.is("decorator") && (child.text().endsWith("property") || child.text().endsWith(".setter"));
  }

  private static @Nullable SyntaxNode first(SyntaxNode node) {
    for (SyntaxNode child : node.namedChildren()) {
      if (!child.is("comment")) {
        return child;
      }
    }
    return null;
  }

  private PythonType[] elements(SyntaxNode display, int depth) {
    PythonType joined = PythonType.BOTTOM;
    for (SyntaxNode element : display.namedChildren()) {
      if (!element.is("comment")) {
        joined = joined.join(typeOf(element, depth + 1));
      }
      if (!joined.isKnown()) {
        break;
      }
    }
    return joined.equals(PythonType.BOTTOM) ? new PythonType[0] : new PythonType[] { joined };
  }

  private PythonType conditional(SyntaxNode node, int depth) {
    List<SyntaxNode> parts = node.namedChildren();
    return parts.size() == 3 ? either(parts.get(0), parts.get(2), depth) : PythonType.UNKNOWN;
  }

  private PythonType either(@Nullable SyntaxNode left, @Nullable SyntaxNode right, int depth) {
    return typeOf(left, depth + 1).join(typeOf(right, depth + 1));
  }

  private static String operator(SyntaxNode binary) {
    SyntaxNode operator = binary.field("operator");
    return operator == null ? "" : operator.text();
  }

  private static PythonType binary(String operator, PythonType left, PythonType right) {
    if (left.equals(PythonType.BOTTOM) || right.equals(PythonType.BOTTOM)) {
      return PythonType.BOTTOM;
    }
    return switch (operator) {
      case "+" -> left.isAny("str", "bytes", "list") ? sum(left, right) : tupleSum(left, right);
      case "%" -> left.is("str") ? left : numeric(left, right, false);
      case "*" -> left.isAny("str", "bytes", "list") ? left : numeric(left, right, right.isAny("str", "bytes", "list"));
      case "|" -> left.isAny("dict", "set", "frozenset") && left.name().equals(right.name())
        ? left.join(right)
        : numeric(left, right, false);
      case "/" -> left.is("pathlib.Path") ? left : PythonType.UNKNOWN;
      default -> numeric(left, right, false);
    };
  }

  private static PythonType sum(PythonType left, PythonType right) {
    return left.is("list") ? left.join(right.is("list") ? right : PythonType.of("list", PythonType.UNKNOWN)) : left;
  }

  private static PythonType tupleSum(PythonType left, PythonType right) {
    return left.is("tuple") && right.is("tuple")
      ? PythonType.of("tuple", left.element().join(right.element()), PythonType.ELLIPSIS)
      : numeric(left, right, right.is("str"));
  }

  private static PythonType numeric(PythonType left, PythonType right, boolean rightDecides) {
    if (rightDecides) {
      return right;
    }
    return left.is("int") && right.is("int") ? PythonType.INT : PythonType.UNKNOWN;
  }

  private PythonType variable(SyntaxNode node, int depth) {
    Variable variable = types.variableOf(node);
    if (variable != null) {
      return types.typeOf(variable);
    }
    SyntaxNode attribute = node.field("attribute");
    if (attribute == null) {
      return PythonType.UNKNOWN;
    }
    String name = names.of(node);
    return name == null
      ? foreign.attribute(typeOf(node.field("object"), depth + 1), attribute.text())
      : foreign.named(name);
  }

  private PythonType subscript(SyntaxNode node, int depth) {
    PythonType value = typeOf(node.field("value"), depth + 1);
    SyntaxNode index = node.field("subscript");
    if (index == null || !index.is("slice")) {
      return indexed(value, index);
    }
    return value.is("tuple") ? PythonType.of("tuple", value.element(), PythonType.ELLIPSIS) : value;
  }

  /** A tuple's part at a constant index has a type of its own. */
  private static PythonType indexed(PythonType value, @Nullable SyntaxNode index) {
    String digits = value.is("tuple") && index != null && index.is("integer") ? index.text() : "";
    int place = digits.length() == 1 ? Character.digit(digits.charAt(0), 10) : -1;
    int count = value.arguments().size();
    return place >= 0 && place < count ? value.part(place, count) : value.item();
  }

  private PythonType dictionary(SyntaxNode display, int depth) {
    PythonType keys = PythonType.BOTTOM;
    PythonType values = PythonType.BOTTOM;
    for (SyntaxNode entry : display.namedChildren()) {
      if (entry.is("pair")) {
        keys = keys.isKnown() ? keys.join(typeOf(entry.field("key"), depth + 1)) : keys;
        values = values.isKnown() ? values.join(typeOf(entry.field("value"), depth + 1)) : values;
      } else if (!entry.isAny("comment", "for_in_clause", "if_clause")) {
        return PythonType.of("dict", PythonType.UNKNOWN, PythonType.UNKNOWN);
      }
      if (!keys.isKnown() && !values.isKnown()) {
        break;
      }
    }
    return keys.equals(PythonType.BOTTOM) ? PythonType.of("dict") : PythonType.of("dict", keys, values);
  }

  private PythonType tuple(SyntaxNode display, int depth) {
    List<SyntaxNode> parts = display
      .namedChildren()
      .stream()
      .filter(part -> !part.is("comment"))
      .toList();
    boolean eachItsOwn = parts.size() <= LONGEST_TUPLE && parts.stream().noneMatch(part -> part.is("list_splat"));
    if (!eachItsOwn) {
      return PythonType.of("tuple", elements(display, depth)[0], PythonType.ELLIPSIS);
    }
    return new PythonType(
      "tuple",
      parts
        .stream()
        .map(part -> typeOf(part, depth + 1))
        .toList()
    );
  }
}
