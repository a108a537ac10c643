package dev.perfreview.rust.guards;

import dev.perfreview.rust.RustModel;
import dev.perfreview.syntax.SyntaxNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The types that a file itself declares for fields, variables, statics and functions. A type is answered as the node that tells it: a type,
 * or the call of a constructor ({@code Mutex::new(0)}) where the type is left to inference.
 */
final class DeclaredTypes {

  /** Types that lead to the value within by dereferencing. */
  private static final Set<String> POINTERS = Set.of(
    "Arc",
    "Rc",
    "Box",
    "LazyLock",
    "Lazy",
    "LazyCell",
    "CachePadded",
    "Pin"
  );

  private static final Set<String> CONSTRUCTORS = Set.of("new", "default", "from", "with_capacity", "const_new", "pin");

  /** Methods whose result is, for what is asked here, of the receiver's own type. */
  private static final Set<String> SAME_TYPE = Set.of("clone", "as_ref", "as_mut", "to_owned", "deref", "borrow_self");

  private static final int MAX_DEPTH = 12;

  private final RustModel model;
  private final Map<String, SyntaxNode> items = new HashMap<>();
  private final Map<String, SyntaxNode> functions = new HashMap<>();

  /** Reads the declarations of a file: one walk over its nodes. */
  DeclaredTypes(RustModel model) {
    this.model = model;
    for (SyntaxNode node : model.syntax().root().descendants()) {
      if (node.isAny("struct_item", "type_item", "static_item", "const_item")) {
        SyntaxNode name = node.field("name");
        if (name != null) {
          items.putIfAbsent(name.text(), node);
        }
      }
    }
    model.functions().forEach(function -> functions.putIfAbsent(function.qualifiedName(), function.declaration()));
  }

  /** The node that tells the type of an expression, pointers around it taken off; nothing when the file does not tell. */
  @Nullable
  SyntaxNode of(SyntaxNode expression) {
    return of(expression, 0);
  }

  private @Nullable SyntaxNode of(@Nullable SyntaxNode expression, int depth) {
    if (expression == null || depth > MAX_DEPTH) {
      return null;
    }
    SyntaxNode told = switch (expression.kind()) {
      case "self" -> selfType(expression);
      case "identifier" -> ofName(expression, depth + 1);
      case "field_expression" -> ofField(expression, depth + 1);
      case "call_expression" -> ofCall(expression, depth + 1);
      case "index_expression" -> elementOf(of(expression.namedChildren().getFirst(), depth + 1));
      case "reference_expression", "parenthesized_expression", "unary_expression" -> {
        SyntaxNode value = expression.field("value");
        yield of(value != null ? value : expression.namedChildren().getLast(), depth + 1);
      }
      case "struct_expression" -> expression.field("name");
      default -> null;
    };
    return told == null ? null : withoutPointers(told, depth);
  }

  private static @Nullable SyntaxNode selfType(SyntaxNode self) {
    SyntaxNode impl = self.enclosing("impl_item", "trait_item");
    return impl == null || impl.is("trait_item") ? null : impl.field("type");
  }

  private @Nullable SyntaxNode ofName(SyntaxNode identifier, int depth) {
    SyntaxNode declared = Bindings.declarationOf(identifier);
    if (declared == null) {
      SyntaxNode item = items.get(identifier.text());
      return item != null && item.isAny("static_item", "const_item") ? item.field("type") : null;
    }
    SyntaxNode declaration = declared.parent();
    if (declaration != null && declaration.is("mut_pattern")) {
      declaration = declaration.parent();
    }
    if (declaration == null || !declaration.isAny("let_declaration", "parameter")) {
      return null;
    }
    SyntaxNode type = declaration.field("type");
    return type != null ? type : of(declaration.field("value"), depth);
  }

  private @Nullable SyntaxNode ofField(SyntaxNode access, int depth) {
    SyntaxNode name = access.field("field");
    SyntaxNode struct = structOf(of(access.field("value"), depth));
    SyntaxNode body = struct == null ? null : struct.field("body");
    if (name == null || body == null) {
      return null;
    }
    if (body.is("ordered_field_declaration_list")) {
      List<SyntaxNode> types = body.fields("type");
      int place = name.is("integer_literal") ? Integer.parseInt(name.text()) : -1;
      return place >= 0 && place < types.size() ? types.get(place) : null;
    }
    for (SyntaxNode field : body.namedChildren()) {
      SyntaxNode fieldName = field.field("name");
      if (fieldName != null && fieldName.textIs(name.text())) {
        return field.field("type");
      }
    }
    return null;
  }

  private @Nullable SyntaxNode structOf(@Nullable SyntaxNode type) {
    String name = type == null ? null : lastSegment(type);
    SyntaxNode item = name == null ? null : items.get(name);
    return item != null && item.is("struct_item") ? item : null;
  }

  private @Nullable SyntaxNode ofCall(SyntaxNode call, int depth) {
    SyntaxNode function = call.field("function");
    if (function == null) {
      return null;
    }
    if (function.is("field_expression")) {
      return ofMethodCall(function, depth);
    }
    String path = function.text();
    if (path.endsWith("::clone") && isPointer(path.substring(0, path.length() - "::clone".length()))) {
      SyntaxNode arguments = call.field("arguments");
      return arguments == null || arguments.namedChildren().isEmpty()
        ? null
        : of(arguments.namedChildren().getFirst(), depth);
    }
    SyntaxNode declared = functions.get(path.replace("::", "."));
    if (declared != null) {
      return declared.field("return_type");
    }
    return CONSTRUCTORS.contains(path.substring(path.lastIndexOf(':') + 1)) ? call : null;
  }

  private @Nullable SyntaxNode ofMethodCall(SyntaxNode method, int depth) {
    SyntaxNode name = method.field("field");
    SyntaxNode receiver = of(method.field("value"), depth);
    if (name == null || receiver == null) {
      return null;
    }
    String type = lastSegment(receiver);
    SyntaxNode declared = type == null ? null : functions.get(type + "." + name.text());
    if (declared != null) {
      return declared.field("return_type");
    }
    return SAME_TYPE.contains(name.text()) ? receiver : null;
  }

  /** The element of a vector, slice or array. */
  private @Nullable SyntaxNode elementOf(@Nullable SyntaxNode type) {
    if (type == null) {
      return null;
    }
    if (type.is("array_type")) {
      return type.field("element");
    }
    return type.is("generic_type") && ("Vec".equals(lastSegment(type)) || "VecDeque".equals(lastSegment(type)))
      ? firstArgument(type)
      : null;
  }

  private @Nullable SyntaxNode withoutPointers(SyntaxNode told, int depth) {
    SyntaxNode node = told;
    for (int i = depth; i < MAX_DEPTH; i++) {
      SyntaxNode inner = pointedTo(node);
      if (inner == null) {
        return node;
      }
      node = inner;
    }
    return null;
  }

  private @Nullable SyntaxNode pointedTo(SyntaxNode told) {
    if (told.isAny("reference_type", "pointer_type")) {
      return told.field("type");
    }
    String name = lastSegment(told);
    if (name == null) {
      return null;
    }
    if (told.is("call_expression")) {
      return isPointer(name) ? constructed(told) : null;
    }
    SyntaxNode alias = items.get(name);
    if (alias != null && alias.is("type_item")) {
      return alias.field("type");
    }
    return told.is("generic_type") && isPointer(name) ? firstArgument(told) : null;
  }

  /** What {@code Arc::new(Mutex::new(0))} points to: the call in its argument. */
  private static @Nullable SyntaxNode constructed(SyntaxNode call) {
    SyntaxNode arguments = call.field("arguments");
    SyntaxNode value =
      arguments == null || arguments.namedChildren().isEmpty() ? null : arguments.namedChildren().getFirst();
    if (value != null && value.is("closure_expression")) {
      value = value.field("body");
    }
    return value != null && value.is("call_expression") ? value : null;
  }

  private static boolean isPointer(String path) {
    return POINTERS.contains(path.substring(path.lastIndexOf(':') + 1));
  }

  static @Nullable SyntaxNode firstArgument(SyntaxNode genericType) {
    SyntaxNode arguments = genericType.field("type_arguments");
    if (arguments == null) {
      return null;
    }
    for (SyntaxNode argument : arguments.namedChildren()) {
      if (!argument.is("lifetime")) {
        return argument;
      }
    }
    return null;
  }

  /** The path of the type that a node tells: of a type itself, or of the type that a constructor call names. */
  static @Nullable SyntaxNode pathOf(SyntaxNode told) {
    if (!told.is("call_expression")) {
      return told;
    }
    SyntaxNode function = told.field("function");
    return function != null && function.is("scoped_identifier") ? function.field("path") : null;
  }

  private @Nullable String lastSegment(SyntaxNode told) {
    SyntaxNode path = pathOf(told);
    String full = path == null ? null : model.fullPathOf(path);
    return full == null ? null : full.substring(full.lastIndexOf(':') + 1);
  }
}
