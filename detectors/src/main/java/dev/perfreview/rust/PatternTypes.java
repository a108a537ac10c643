package dev.perfreview.rust;

import dev.perfreview.syntax.SyntaxNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Works out the type that a name has by its pattern and by what the pattern is matched against. */
final class PatternTypes {

  private final ExpressionTypes expressions;
  private final TypeReader reader;
  private final Declarations declarations;

  PatternTypes(ExpressionTypes expressions, TypeReader reader, Declarations declarations) {
    this.expressions = expressions;
    this.reader = reader;
    this.declarations = declarations;
  }

  /** The type of a bound name; nothing when the file does not tell. */
  @Nullable
  RustType typeOf(Binding binding) {
    RustType matched = matchedType(binding);
    if (matched == null) {
      return null;
    }
    Deque<SyntaxNode> inwards = new ArrayDeque<>();
    SyntaxNode node = binding.name();
    while (node != null && node.index() != binding.pattern().index()) {
      inwards.push(node);
      node = node.parent();
    }
    RustType type = matched;
    SyntaxNode pattern = binding.pattern();
    for (SyntaxNode inner : inwards) {
      RustType next = inside(pattern, inner, type);
      if (next == null) {
        return null;
      }
      type = next;
      pattern = inner;
    }
    return type;
  }

  /** The type of what the whole pattern is matched against. */
  private @Nullable RustType matchedType(Binding binding) {
    SyntaxNode declaration = binding.declaration();
    return switch (declaration.kind()) {
      case "self_parameter" -> ofSelf(declaration);
      case "closure_expression" -> ofClosureParameter(declaration, binding.pattern());
      case "for_expression" -> {
        RustType iterated = ofField(declaration, "value");
        yield iterated == null ? null : iterated.item();
      }
      case "match_arm" -> {
        SyntaxNode match = declaration.enclosing("match_expression");
        yield match == null ? null : ofField(match, "value");
      }
      default -> {
        SyntaxNode written = declaration.field("type");
        RustType read = written == null ? RustType.UNKNOWN : reader.read(written);
        if (read.isKnown() && !isOpen(read)) {
          yield read;
        }
        SyntaxNode value = declaration.field("value");
        RustType collected = read.isKnown() && value != null ? expressions.collected(value, read) : null;
        yield collected != null ? collected : ofField(declaration, "value");
      }
    };
  }

  /** Whether a written type leaves its element open ({@code Vec<_>}), so that the value may tell more. */
  private static boolean isOpen(RustType type) {
    return type.is("std::vec::Vec") && !type.argument(0).isKnown();
  }

  private @Nullable RustType ofField(SyntaxNode node, String field) {
    SyntaxNode value = node.field(field);
    return value == null ? null : expressions.typeOf(value);
  }

  private @Nullable RustType ofSelf(SyntaxNode parameter) {
    SyntaxNode impl = parameter.enclosing("impl_item", "trait_item");
    SyntaxNode type = impl != null && impl.is("impl_item") ? impl.field("type") : null;
    if (type == null) {
      return null;
    }
    RustType self = reader.read(type);
    return parameter.firstChild("&") == null ? self : self.referenced();
  }

  /** What a closure's parameter is, when the method that takes the closure hands it something known. */
  private @Nullable RustType ofClosureParameter(SyntaxNode closure, SyntaxNode pattern) {
    SyntaxNode parameters = closure.field("parameters");
    SyntaxNode call = Calls.callTaking(closure);
    SyntaxNode receiver = call == null ? null : Calls.receiverOf(call);
    String method = call == null ? null : Calls.nameOf(call);
    if (parameters == null || receiver == null || method == null) {
      return null;
    }
    RustType owner = expressions.typeOf(receiver);
    int count = parameters.namedChildren().size();
    int place = parameters.namedChildren().indexOf(pattern);
    return owner == null || place < 0 ? null : ClosureParameters.typeOf(owner, method, place, count);
  }

  /** The type of a part of a pattern; a pattern without {@code &} goes through references and its names become references. */
  private @Nullable RustType inside(SyntaxNode pattern, SyntaxNode inner, RustType type) {
    return switch (pattern.kind()) {
      case "mut_pattern", "match_pattern", "or_pattern", "captured_pattern" -> type;
      case "reference_pattern" -> type.references() > 0 ? type.dereferenced() : null;
      case "ref_pattern" -> type.referenced();
      case "tuple_pattern" -> type.is(RustType.TUPLE)
        ? borrowedLike(type, type.argument(placeOf(inner, pattern)))
        : null;
      case "tuple_struct_pattern" -> ofVariant(pattern, inner, type);
      case "struct_pattern" -> ofNamedField(pattern, inner, type);
      case "field_pattern" -> pattern.firstChild("ref") == null ? type : type.referenced();
      default -> null;
    };
  }

  private static int placeOf(SyntaxNode inner, SyntaxNode pattern) {
    int place = 0;
    for (SyntaxNode child : pattern.namedChildren()) {
      if (child.index() == inner.index()) {
        return place;
      }
      if (!"type".equals(child.fieldName()) && !child.isAny("line_comment", "block_comment")) {
        place++;
      }
    }
    return place;
  }

  /** The type of a field that a pattern such as {@code Step::Done { text, .. }} or {@code Worker { name }} takes out. */
  private @Nullable RustType ofNamedField(SyntaxNode pattern, SyntaxNode fieldPattern, RustType type) {
    SyntaxNode name = fieldPattern.field("name");
    return name == null ? null : ofItemField(pattern, name.text(), type);
  }

  private @Nullable RustType ofItemField(SyntaxNode pattern, String field, RustType type) {
    SyntaxNode item = pattern.field("type");
    List<String> segments = item == null ? null : RustPaths.segmentsOf(item);
    if (segments == null) {
      return null;
    }
    RustType held = type.peeled();
    SyntaxNode written =
      declarations.enumOf(held.path()) == null
        ? declarations.fieldType(held.path(), field)
        : declarations.variantFieldType(held.path(), segments.getLast(), field);
    return written == null ? null : borrowedLike(type, reader.read(written));
  }

  private @Nullable RustType ofVariant(SyntaxNode pattern, SyntaxNode inner, RustType type) {
    SyntaxNode variant = pattern.field("type");
    List<String> segments = variant == null ? null : RustPaths.segmentsOf(variant);
    if (segments == null) {
      return null;
    }
    if (placeOf(inner, pattern) != 0) {
      return ofItemField(pattern, Integer.toString(placeOf(inner, pattern)), type);
    }
    return switch (segments.getLast()) {
      case "Some" -> type.is("std::option::Option") ? borrowedLike(type, type.argument(0)) : null;
      case "Ok" -> type.is("std::result::Result") ? borrowedLike(type, type.argument(0)) : null;
      case "Err" -> type.is("std::result::Result") ? borrowedLike(type, type.argument(1)) : null;
      default -> ofItemField(pattern, "0", type);
    };
  }

  private static @Nullable RustType borrowedLike(RustType whole, RustType part) {
    if (!part.isKnown()) {
      return null;
    }
    return whole.references() > 0 ? part.referenced() : part;
  }
}
