package dev.perfreview.python;

import dev.perfreview.syntax.SyntaxNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The types of expressions, worked out from their parts. */
final class ExpressionTypes {

  /** Beyond this depth an expression's type is not worked out: nobody writes that by hand. */
  private static final int DEEPEST = 48;

  private final TypeInference types;
  private final ScopeTree scopes;
  private final QualifiedNames names;
  private final PythonClasses classes;
  private final Annotations annotations;
  private final ForeignMembers foreign;

  ExpressionTypes(
    TypeInference types,
    ScopeTree scopes,
    QualifiedNames names,
    PythonClasses classes,
    Annotations annotations,
    ForeignMembers foreign
  ) {
    this.types = types;
    this.scopes = scopes;
    this.names = names;
    this.classes = classes;
    this.annotations = annotations;
    this.foreign = foreign;
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
      case "set" -> PythonType.of("set");
      case "tuple" -> PythonType.of("tuple", elements(node, depth));
      case "dictionary", "dictionary_comprehension" -> PythonType.of("dict");
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
      case "call" -> call(node, depth);
      case "await" -> awaited(first(node));
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

  /** The type of an attribute that a property makes, by its annotation. */
  PythonType property(Binding binding) {
    SyntaxNode function = binding.value();
    SyntaxNode decorated = function == null ? null : function.parent();
    boolean isProperty =
      decorated != null &&
      decorated.is("decorated_definition") &&
      decorated.namedChildren().stream().anyMatch(ExpressionTypes::isPropertyDecorator);
    return isProperty && function != null ? returned(function) : PythonType.UNKNOWN;
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
    return joined.equals(PythonType.BOTTOM) || !joined.isKnown() ? new PythonType[0] : new PythonType[] { joined };
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
      case "+" -> left.isAny("str", "bytes", "list") ? left : numeric(left, right, right.is("str"));
      case "%" -> left.is("str") ? left : numeric(left, right, false);
      case "*" -> left.isAny("str", "bytes", "list") ? left : numeric(left, right, right.isAny("str", "bytes", "list"));
      case "/" -> left.is("pathlib.Path") ? left : PythonType.UNKNOWN;
      default -> numeric(left, right, false);
    };
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
    return index != null && index.is("slice") ? value : value.item();
  }

  private PythonType call(SyntaxNode call, int depth) {
    SyntaxNode function = call.field("function");
    if (function == null) {
      return PythonType.UNKNOWN;
    }
    String name = names.of(function);
    if (name != null) {
      PythonType result = withArguments(LibraryTypes.resultOf(name), call, depth);
      return result.isKnown() ? result : foreign.resultOf(name);
    }
    if (function.is("identifier")) {
      return callOfFile(scopes.resolve(function), false);
    }
    return function.is("attribute") ? methodCall(function, depth, false) : PythonType.UNKNOWN;
  }

  private PythonType withArguments(PythonType result, SyntaxNode call, int depth) {
    SyntaxNode argument = Arguments.of(call).positional(0);
    if (argument == null) {
      return result;
    }
    return switch (result.name()) {
      case "list", "set", "frozenset", "collections.deque" -> PythonType.of(
        result.name(),
        typeOf(argument, depth + 1).element()
      );
      case "collections.defaultdict" -> {
        String factory = names.of(argument);
        PythonType made = factory == null ? PythonType.UNKNOWN : LibraryTypes.named(factory);
        yield PythonType.of(result.name(), PythonType.UNKNOWN, made);
      }
      default -> result;
    };
  }

  private PythonType callOfFile(@Nullable Variable callee, boolean awaited) {
    if (callee == null || callee.bindings().size() != 1) {
      return PythonType.UNKNOWN;
    }
    Binding binding = callee.bindings().getFirst();
    SyntaxNode definition = binding.value();
    if (binding.kind() == Binding.Kind.CLASS) {
      return Annotations.classOfFile(callee);
    }
    boolean plain =
      binding.kind() == Binding.Kind.FUNCTION &&
      definition != null &&
      (definition.firstChild("async") != null) == awaited &&
      !isDecorated(definition);
    return plain && definition != null ? returned(definition) : PythonType.UNKNOWN;
  }

  private static boolean isDecorated(SyntaxNode definition) {
    SyntaxNode parent = definition.parent();
    return parent != null && parent.is("decorated_definition");
  }

  /** What a function returns, by its annotation. */
  PythonType returned(SyntaxNode function) {
    SyntaxNode annotation = function.field("return_type");
    return annotation == null ? PythonType.UNKNOWN : annotations.typeOf(annotation);
  }

  private PythonType methodCall(SyntaxNode function, int depth, boolean awaited) {
    PythonType receiver = typeOf(function.field("object"), depth + 1);
    SyntaxNode method = function.field("attribute");
    if (method == null || receiver.equals(PythonType.UNKNOWN)) {
      return PythonType.UNKNOWN;
    }
    Scope owner = classes.classOf(receiver);
    Variable ofFile = owner == null ? null : classes.attribute(owner, method.text());
    if (ofFile != null) {
      return callOfFile(ofFile, awaited);
    }
    PythonType ofLibrary = switch (method.text()) {
      case "pop" -> receiver.isAny("list", "dict") ? receiver.item() : PythonType.UNKNOWN;
      case "popleft" -> receiver.element();
      default -> LibraryTypes.methodResult(receiver, method.text());
    };
    return ofLibrary.isKnown() ? ofLibrary : foreign.methodResult(receiver, method.text());
  }

  private PythonType awaited(@Nullable SyntaxNode call) {
    SyntaxNode function = call != null && call.is("call") ? call.field("function") : null;
    if (function == null) {
      return PythonType.UNKNOWN;
    }
    PythonType ofFile = function.is("identifier")
      ? callOfFile(scopes.resolve(function), true)
      : function.is("attribute")
        ? methodCall(function, 0, true)
        : PythonType.UNKNOWN;
    return ofFile.isKnown() ? ofFile : foreign.awaited(typeOf(call, 0));
  }
}
