package dev.perfreview.rust;

import dev.perfreview.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;

/** Turns the nodes of written types into {@link RustType}s, through {@code use} declarations and the file's own type aliases. */
final class TypeReader {

  private static final int DEEPEST = 16;

  private final UseDeclarations uses;
  private final Declarations declarations;

  TypeReader(UseDeclarations uses, Declarations declarations) {
    this.uses = uses;
    this.declarations = declarations;
  }

  /** The type that a node of a written type stands for; {@link RustType#UNKNOWN} for traits and function types. */
  RustType read(SyntaxNode type) {
    return read(type, 0);
  }

  /** The type before {@code ::} in an expression such as {@code Vec::<u8>::new}, where the grammar has plain identifiers. */
  RustType readOwner(SyntaxNode owner) {
    return owner.isAny("identifier", "scoped_identifier") ? named(owner, List.of(), 0) : read(owner, 0);
  }

  private RustType read(SyntaxNode type, int depth) {
    if (depth > DEEPEST) {
      return RustType.UNKNOWN;
    }
    return switch (type.kind()) {
      case "primitive_type" -> RustType.of(type.text());
      case "reference_type" -> {
        SyntaxNode inner = type.field("type");
        yield inner == null ? RustType.UNKNOWN : read(inner, depth + 1).referenced();
      }
      case "array_type" -> {
        SyntaxNode element = type.field("element");
        RustType item = element == null ? RustType.UNKNOWN : read(element, depth + 1);
        yield RustType.of(type.field("length") == null ? RustType.SLICE : RustType.ARRAY, item);
      }
      case "tuple_type", "unit_type" -> new RustType(RustType.TUPLE, readAll(type, depth), 0);
      case "type_identifier", "scoped_type_identifier" -> named(type, List.of(), depth);
      case "generic_type", "generic_type_with_turbofish" -> {
        SyntaxNode arguments = type.field("type_arguments");
        yield named(type, arguments == null ? List.of() : readAll(arguments, depth), depth);
      }
      default -> RustType.UNKNOWN;
    };
  }

  private RustType named(SyntaxNode type, List<RustType> arguments, int depth) {
    if (type.textIs("Self")) {
      SyntaxNode impl = type.enclosing("impl_item");
      SyntaxNode self = impl == null ? null : impl.field("type");
      return self == null || self.textIs("Self") ? RustType.UNKNOWN : read(self, depth + 1);
    }
    String path = uses.fullPathOf(type);
    if (path == null || path.equals(RustType.UNKNOWN_PATH)) {
      return RustType.UNKNOWN;
    }
    SyntaxNode alias = declarations.aliasOf(path);
    if (alias != null && alias.field("type_parameters") == null) {
      SyntaxNode target = alias.field("type");
      return target == null ? RustType.UNKNOWN : read(target, depth + 1);
    }
    return new RustType(path, arguments, 0);
  }

  private List<RustType> readAll(SyntaxNode list, int depth) {
    List<RustType> types = new ArrayList<>();
    for (SyntaxNode child : list.namedChildren()) {
      if (!child.isAny("lifetime", "line_comment", "block_comment")) {
        types.add(read(child, depth + 1));
      }
    }
    return types;
  }
}
