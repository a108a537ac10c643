package dev.perfreview.python;

import dev.perfreview.syntax.SyntaxNode;
import org.jspecify.annotations.Nullable;

/** The types of what calls return. */
final class CallTypes {

  private final ExpressionTypes expressions;
  private final ScopeTree scopes;
  private final QualifiedNames names;
  private final PythonClasses classes;
  private final Annotations annotations;
  private final ForeignMembers foreign;

  CallTypes(
    ExpressionTypes expressions,
    ScopeTree scopes,
    QualifiedNames names,
    PythonClasses classes,
    Annotations annotations,
    ForeignMembers foreign
  ) {
    this.expressions = expressions;
    this.scopes = scopes;
    this.names = names;
    this.classes = classes;
    this.annotations = annotations;
    this.foreign = foreign;
  }

  PythonType typeOf(SyntaxNode call, int depth) {
    SyntaxNode function = call.field("function");
    if (function == null) {
      return PythonType.UNKNOWN;
    }
    String name = names.of(function);
    if (name != null) {
      PythonType result = ofLibrary(name, call, depth);
      return result.isKnown() ? result : foreign.resultOf(name);
    }
    if (function.is("identifier")) {
      return callOfFile(scopes.resolve(function), false);
    }
    return function.is("attribute") ? methodCall(call, function, depth, false) : PythonType.UNKNOWN;
  }

  /** The type of {@code await call}. */
  PythonType awaited(@Nullable SyntaxNode call) {
    SyntaxNode function = call != null && call.is("call") ? call.field("function") : null;
    if (call == null || function == null) {
      return PythonType.UNKNOWN;
    }
    PythonType result = function.is("identifier")
      ? callOfFile(scopes.resolve(function), true)
      : function.is("attribute")
        ? methodCall(call, function, 0, true)
        : PythonType.UNKNOWN;
    return result.isKnown() && !result.is(PythonLibrary.AWAITABLE) ? result : foreign.awaited(typeOf(call, 0));
  }

  /** The type that a function of the file says it returns. */
  PythonType returned(SyntaxNode function) {
    SyntaxNode annotation = function.field("return_type");
    return annotation == null ? PythonType.UNKNOWN : annotations.typeOf(annotation);
  }

  private PythonType ofLibrary(String name, SyntaxNode call, int depth) {
    Arguments arguments = Arguments.of(call);
    SyntaxNode first = arguments.positional(0);
    if (first == null) {
      return LibraryTypes.resultOf(name);
    }
    return switch (name) {
      case "builtins.list", "builtins.sorted" -> of("list", elementOf(first, depth));
      case "builtins.set" -> of("set", elementOf(first, depth));
      case "builtins.frozenset" -> of("frozenset", elementOf(first, depth));
      case "builtins.tuple" -> of("tuple", elementOf(first, depth), PythonType.ELLIPSIS);
      case "builtins.iter", "builtins.reversed" -> of("typing.Iterator", elementOf(first, depth));
      case "builtins.enumerate" -> of("typing.Iterator", of("tuple", PythonType.INT, elementOf(first, depth)));
      case "builtins.zip" -> of(
        "typing.Iterator",
        new PythonType(
          "tuple",
          arguments
            .positional()
            .stream()
            .map(argument -> elementOf(argument, depth))
            .toList()
        )
      );
      case "builtins.filter" -> of("typing.Iterator", elementOf(arguments.positional(1), depth));
      case "builtins.min", "builtins.max" -> extremum(arguments, depth);
      case "builtins.next" -> elementOf(first, depth);
      case "builtins.dict", "collections.OrderedDict" -> dictionary(name, first, depth);
      case "collections.deque" -> of(name, elementOf(first, depth));
      case "collections.Counter" -> of(name, elementOf(first, depth), PythonType.INT);
      case "collections.defaultdict" -> of(name, PythonType.UNKNOWN, factory(first));
      case "copy.copy", "copy.deepcopy", "dataclasses.replace" -> expressions.typeOf(first, depth + 1);
      case "typing.cast" -> annotations.typeOf(first);
      default -> LibraryTypes.resultOf(name);
    };
  }

  private static PythonType of(String name, PythonType... arguments) {
    return PythonType.of(name.replace("builtins.", ""), arguments);
  }

  private PythonType elementOf(@Nullable SyntaxNode iterable, int depth) {
    return expressions.typeOf(iterable, depth + 1).element();
  }

  private PythonType extremum(Arguments arguments, int depth) {
    if (arguments.positional().size() == 1) {
      return elementOf(arguments.positional(0), depth);
    }
    PythonType joined = PythonType.BOTTOM;
    for (SyntaxNode argument : arguments.positional()) {
      joined = joined.join(expressions.typeOf(argument, depth + 1));
    }
    return joined;
  }

  private PythonType dictionary(String name, SyntaxNode source, int depth) {
    PythonType type = expressions.typeOf(source, depth + 1);
    PythonType pair = type.element();
    return type.isMapping()
      ? of(name, type.element(), type.value())
      : of(name, pair.part(0, 2), pair.is("tuple") ? pair.part(1, 2) : PythonType.UNKNOWN);
  }

  private PythonType factory(SyntaxNode callable) {
    if (callable.is("lambda")) {
      return expressions.typeOf(callable.field("body"), 0);
    }
    String name = names.of(callable);
    if (name != null) {
      return LibraryTypes.named(name);
    }
    Variable variable = callable.is("identifier") ? scopes.resolve(callable) : null;
    return variable == null ? PythonType.UNKNOWN : Annotations.classOfFile(variable);
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

  private PythonType methodCall(SyntaxNode call, SyntaxNode function, int depth, boolean awaited) {
    PythonType receiver = expressions.typeOf(function.field("object"), depth + 1);
    SyntaxNode method = function.field("attribute");
    if (method == null) {
      return PythonType.UNKNOWN;
    }
    if (receiver.equals(PythonType.BOTTOM)) {
      return receiver;
    }
    if (receiver.equals(PythonType.UNKNOWN)) {
      return LibraryMethods.ofUnknown(method.text());
    }
    Scope owner = classes.classOf(receiver);
    Variable ofFile = owner == null ? null : classes.attribute(owner, method.text());
    if (ofFile != null) {
      return callOfFile(ofFile, awaited);
    }
    if (receiver.isMapping()) {
      return mappingMethod(receiver, method.text(), call, depth);
    }
    PythonType ofLibrary = LibraryMethods.of(receiver, method.text());
    PythonType result = ofLibrary.isKnown() ? ofLibrary : foreign.methodResult(receiver, method.text());
    PythonType byName = result.isKnown() ? result : LibraryMethods.ofUnknown(method.text());
    return byName.isKnown() ? byName : result;
  }

  private PythonType mappingMethod(PythonType mapping, String method, SyntaxNode call, int depth) {
    SyntaxNode fallback = Arguments.of(call).positional(1);
    return switch (method) {
      case "get", "pop", "setdefault" -> fallback == null
        ? mapping.value()
        : mapping.value().join(expressions.typeOf(fallback, depth + 1));
      case "popitem" -> of("tuple", mapping.element(), mapping.value());
      case "keys" -> of("dict_keys", mapping.element());
      case "values" -> of("dict_values", mapping.value());
      case "items" -> of("dict_items", mapping.element(), mapping.value());
      case "copy" -> mapping;
      case "most_common", "elements" -> of("list", PythonType.UNKNOWN);
      default -> PythonType.UNKNOWN;
    };
  }
}
