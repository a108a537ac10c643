package dev.perfreview.rust;

import dev.perfreview.semantics.CodeFunction;
import dev.perfreview.syntax.SyntaxNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Works out the types of expressions from what the file says: annotations, literals, struct fields, the results of its own functions
 * and of the standard library's. It follows no trait and infers nothing backwards; where that would be needed the type is not known.
 */
final class ExpressionTypes {

  /** How far a chain of expressions is followed; deeper ones are not known. */
  private static final int DEEPEST = 60;

  private final UseDeclarations uses;
  private final FunctionIndex functions;
  private final Declarations declarations;
  private final ForeignTypes foreign;
  private final TypeReader reader;
  private final PatternTypes patterns;
  private final BlockTypes blocks;
  private final OperatorTypes operators;
  private final CopyCosts costs;
  private final Map<Integer, Optional<RustType>> known = new HashMap<>();
  private int depth;

  ExpressionTypes(UseDeclarations uses, FunctionIndex functions, Declarations declarations, ForeignTypes foreign) {
    this.uses = uses;
    this.functions = functions;
    this.declarations = declarations;
    this.foreign = foreign;
    this.reader = new TypeReader(uses, declarations);
    this.patterns = new PatternTypes(this, reader, declarations);
    this.costs = new CopyCosts(declarations, reader, foreign);
    this.operators = new OperatorTypes(this);
    this.blocks = new BlockTypes(this);
  }

  /** The type of an expression; nothing when the file does not tell. */
  @Nullable
  RustType typeOf(SyntaxNode expression) {
    Optional<RustType> before = known.get(expression.index());
    if (before != null) {
      return before.orElse(null);
    }
    if (depth >= DEEPEST) {
      return null;
    }
    depth++;
    try {
      RustType type = infer(expression);
      RustType result = type == null || !type.isKnown() ? null : type;
      known.put(expression.index(), Optional.ofNullable(result));
      return result;
    } finally {
      depth--;
    }
  }

  /** The type of a bound name; nothing when the file does not tell. */
  @Nullable
  RustType typeOf(Binding binding) {
    return patterns.typeOf(binding);
  }

  /** The type that a node of a written type stands for. */
  RustType typeWritten(SyntaxNode type) {
    return reader.read(type);
  }

  /** What it takes to clone values. */
  CopyCosts costs() {
    return costs;
  }

  private @Nullable RustType infer(SyntaxNode node) {
    return switch (node.kind()) {
      case "string_literal", "raw_string_literal" -> ofStringLiteral(node);
      case "char_literal" -> node.text().startsWith("b") ? RustType.of("u8") : RustType.CHAR;
      case "boolean_literal" -> RustType.BOOL;
      case "integer_literal" -> node.text().endsWith("usize") ? RustType.USIZE : null;
      case "identifier", "self" -> ofName(node);
      case "parenthesized_expression", "unsafe_block", "expression_statement" -> ofOnlyChild(node);
      case "reference_expression" -> mapped(ofField(node, "value"), RustType::referenced);
      case "unary_expression" -> node.firstChild("*") == null
        ? null
        : mapped(ofOnlyChild(node), RustType::dereferenced);
      case "try_expression" -> {
        RustType tried = ofOnlyChild(node);
        yield tried != null && (tried.is("std::result::Result") || tried.is("std::option::Option"))
          ? tried.argument(0)
          : null;
      }
      case "await_expression" -> {
        RustType awaited = ofOnlyChild(node);
        yield awaited != null && awaited.is("std::future::Future") ? awaited.argument(0) : null;
      }
      case "type_cast_expression" -> {
        SyntaxNode type = node.field("type");
        yield type == null ? null : reader.read(type);
      }
      case "field_expression" -> ofFieldAccess(node);
      case "index_expression" -> operators.ofIndex(node);
      case "binary_expression" -> operators.ofBinary(node);
      case "range_expression" -> operators.ofRange(node);
      case "struct_expression" -> mappedNode(node.field("name"), reader::read);
      case "tuple_expression" -> new RustType(
        RustType.TUPLE,
        node
          .namedChildren()
          .stream()
          .map(child -> orUnknown(typeOf(child)))
          .toList(),
        0
      );
      case "array_expression" -> {
        List<SyntaxNode> elements = Comments.without(node.namedChildren());
        yield RustType.of(
          RustType.ARRAY,
          elements.isEmpty() ? RustType.UNKNOWN : orUnknown(typeOf(elements.getFirst()))
        );
      }
      case "macro_invocation" -> ofMacro(node);
      case "block", "if_expression", "else_clause", "match_expression" -> blocks.typeOf(node);
      case "call_expression" -> ofCall(node);
      default -> null;
    };
  }

  private static RustType orUnknown(@Nullable RustType type) {
    return type == null ? RustType.UNKNOWN : type;
  }

  private static @Nullable RustType mapped(@Nullable RustType type, UnaryOperator<RustType> change) {
    return type == null ? null : change.apply(type);
  }

  private static @Nullable RustType mappedNode(@Nullable SyntaxNode node, Function<SyntaxNode, RustType> read) {
    return node == null ? null : read.apply(node);
  }

  private @Nullable RustType ofField(SyntaxNode node, String field) {
    SyntaxNode value = node.field(field);
    return value == null ? null : typeOf(value);
  }

  private @Nullable RustType ofOnlyChild(SyntaxNode node) {
    List<SyntaxNode> children = node.namedChildren();
    return children.size() == 1 ? typeOf(children.getFirst()) : null;
  }

  private static RustType ofStringLiteral(SyntaxNode literal) {
    String text = literal.text();
    return text.startsWith("b") ? RustType.of(RustType.ARRAY, RustType.of("u8")).referenced() : RustType.STR;
  }

  private @Nullable RustType ofName(SyntaxNode name) {
    Binding binding = Bindings.find(name.text(), name);
    return binding == null ? null : patterns.typeOf(binding);
  }

  private @Nullable RustType ofFieldAccess(SyntaxNode access) {
    RustType owner = ofField(access, "value");
    SyntaxNode field = access.field("field");
    if (owner == null || field == null) {
      return null;
    }
    RustType held = owner.peeled();
    if (held.is(RustType.TUPLE)) {
      return field.text().matches("\\d{1,2}") ? held.argument(Integer.parseInt(field.text())) : null;
    }
    SyntaxNode type = declarations.fieldType(held.path(), field.text());
    return type == null ? foreign.fieldType(held.path(), field.text()) : reader.read(type);
  }

  private static @Nullable RustType ofMacro(SyntaxNode macro) {
    String name = Macros.nameOf(macro);
    return switch (name == null ? "" : name) {
      case "format" -> RustType.STRING;
      case "vec" -> RustType.of("std::vec::Vec", RustType.UNKNOWN);
      case "concat", "stringify", "env", "include_str" -> RustType.STR;
      default -> null;
    };
  }

  private @Nullable RustType ofCall(SyntaxNode call) {
    RustType known = ofKnownCall(call);
    return known == null ? foreign.returned(call) : known;
  }

  private @Nullable RustType ofKnownCall(SyntaxNode call) {
    SyntaxNode own = functionCalled(call);
    if (own != null) {
      return returnedBy(own);
    }
    SyntaxNode receiver = Calls.receiverOf(call);
    String name = Calls.nameOf(call);
    SyntaxNode function = Calls.functionOf(call);
    if (name == null || function == null) {
      return null;
    }
    if (receiver == null) {
      SyntaxNode owner = function.field("path");
      RustType type = owner == null ? RustType.UNKNOWN : reader.readOwner(owner);
      RustType argument = Calls.argumentsOf(call).size() == 1 ? typeOf(Calls.argumentsOf(call).getFirst()) : null;
      return type.isKnown()
        ? StandardFunctions.returned(type.path(), type.arguments(), name, argument)
        : ofConstructor(name, argument);
    }
    RustType type = typeOf(receiver);
    if (type == null) {
      return name.equals("to_string") ? RustType.STRING : name.equals("len") ? RustType.USIZE : null;
    }
    if (name.equals("collect")) {
      SyntaxNode written = call.field("function");
      SyntaxNode target = written == null ? null : written.field("type_arguments");
      List<SyntaxNode> targets = target == null ? List.of() : Comments.without(target.namedChildren());
      return targets.size() == 1 ? collected(call, reader.read(targets.getFirst())) : null;
    }
    RustType ofClosure = ClosureResults.typeOf(type, name, call, this);
    if (ofClosure != null) {
      return ofClosure;
    }
    List<RustType> argumentTypes = Calls.argumentsOf(call)
      .stream()
      .map(argument -> orUnknown(typeOf(argument)))
      .toList();
    return StandardMethods.returned(type, name, argumentTypes);
  }

  /** {@code Some(value)} and {@code Ok(value)}. */
  private static @Nullable RustType ofConstructor(String name, @Nullable RustType value) {
    return switch (name) {
      case "Some" -> RustType.option(orUnknown(value));
      case "Ok" -> RustType.of("std::result::Result", orUnknown(value));
      default -> null;
    };
  }

  /** The type of a {@code collect()} whose target is written, its element filled in where that is left open ({@code Vec<_>}). */
  @Nullable
  RustType collected(SyntaxNode value, RustType target) {
    SyntaxNode receiver = "collect".equals(Calls.nameOf(value)) ? Calls.receiverOf(value) : null;
    if (receiver == null || !target.isKnown()) {
      return null;
    }
    RustType iterated = target.argument(0).isKnown() || target.arguments().size() > 1 ? null : typeOf(receiver);
    RustType item = iterated == null ? null : iterated.item();
    return item == null ? target : RustType.of(target.path(), item);
  }

  /** What a function of this file returns: for an {@code async fn} a future of what is written. */
  private @Nullable RustType returnedBy(SyntaxNode function) {
    SyntaxNode type = function.field("return_type");
    if (type == null) {
      return null;
    }
    RustType returned = reader.read(type);
    return FunctionIndex.isAsync(function) ? RustType.of("std::future::Future", returned) : returned;
  }

  /** The function of this file that a call calls, when its name alone or the type of the receiver tells. */
  @Nullable
  SyntaxNode functionCalled(SyntaxNode call) {
    SyntaxNode receiver = Calls.receiverOf(call);
    String name = Calls.nameOf(call);
    SyntaxNode function = Calls.functionOf(call);
    if (name == null || function == null) {
      return null;
    }
    if (receiver != null) {
      RustType type = typeOf(receiver);
      return type == null ? null : declarations.methodOf(type.peeled().path(), name);
    }
    SyntaxNode owner = function.is("scoped_identifier") ? function.field("path") : null;
    if (owner == null) {
      return Bindings.find(name, function) != null ? null : declarations.functionOf(name);
    }
    if (owner.textIs("Self")) {
      CodeFunction around = functions.around(call);
      String container = around == null ? null : around.container();
      return container == null ? null : declarations.functionOf(container + "." + name);
    }
    String ownerPath = uses.fullPathOf(owner);
    return ownerPath == null ? null : declarations.methodOf(ownerPath, name);
  }
}
