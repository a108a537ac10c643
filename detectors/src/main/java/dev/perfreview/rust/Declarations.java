package dev.perfreview.rust;

import dev.perfreview.semantics.CodeFunction;
import dev.perfreview.syntax.KindSet;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxNode;
import dev.perfreview.syntax.SyntaxSnapshot;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The items of a file that types are read off, by name. A name that two modules of the file give to different items is left out. */
final class Declarations {

  private static final KindSet TYPES = KindSet.of(Language.RUST, "struct_item", "enum_item", "type_item");

  private final Map<String, SyntaxNode> structs = new HashMap<>();
  private final Map<String, SyntaxNode> enums = new HashMap<>();
  private final Map<String, SyntaxNode> aliases = new HashMap<>();
  private final Map<String, SyntaxNode> functions = new HashMap<>();

  Declarations(SyntaxSnapshot syntax, List<CodeFunction> codeFunctions) {
    Set<String> ambiguous = new HashSet<>();
    for (SyntaxNode node : syntax.root().descendants(TYPES)) {
      switch (node.kind()) {
        case "struct_item" -> add(structs, node, ambiguous);
        case "enum_item" -> add(enums, node, ambiguous);
        case "type_item" -> {
          // An associated type in an `impl` is no alias that the rest of the file sees.
          SyntaxNode parent = node.parent();
          SyntaxNode owner = parent == null ? null : parent.parent();
          if (owner == null || !owner.isAny("impl_item", "trait_item")) {
            add(aliases, node, ambiguous);
          }
        }
        default -> {
        }
      }
    }
    Set<String> overloaded = new HashSet<>();
    for (CodeFunction function : codeFunctions) {
      if (functions.put(function.qualifiedName(), function.declaration()) != null) {
        overloaded.add(function.qualifiedName());
      }
    }
    ambiguous.forEach(structs::remove);
    ambiguous.forEach(enums::remove);
    ambiguous.forEach(aliases::remove);
    overloaded.forEach(functions::remove);
  }

  private static void add(Map<String, SyntaxNode> items, SyntaxNode item, Set<String> ambiguous) {
    SyntaxNode name = item.field("name");
    if (name != null && items.put(name.text(), item) != null) {
      ambiguous.add(name.text());
    }
  }

  /** The {@code type} alias of this name. */
  @Nullable
  SyntaxNode aliasOf(String path) {
    return aliases.get(RustPaths.lastSegment(path));
  }

  /** The function of this qualified name ({@code Tokenizer.encode}). */
  @Nullable
  SyntaxNode functionOf(String qualifiedName) {
    return functions.get(qualifiedName);
  }

  /** The method or associated function of a type, of which {@code path} may be the full path. */
  @Nullable
  SyntaxNode methodOf(String path, String name) {
    return RustPaths.mayBeOwn(path) ? functions.get(RustPaths.lastSegment(path) + "." + name) : null;
  }

  /** The struct of this name, of which {@code path} may be the full path. */
  @Nullable
  SyntaxNode structOf(String path) {
    return RustPaths.mayBeOwn(path) ? structs.get(RustPaths.lastSegment(path)) : null;
  }

  /** The enum of this name, of which {@code path} may be the full path. */
  @Nullable
  SyntaxNode enumOf(String path) {
    return RustPaths.mayBeOwn(path) ? enums.get(RustPaths.lastSegment(path)) : null;
  }

  /** The written type of a struct's field; {@code field} is a name, or a number for a tuple struct. */
  @Nullable
  SyntaxNode fieldType(String structPath, String field) {
    SyntaxNode struct = structOf(structPath);
    return struct == null ? null : typeOfField(struct, field);
  }

  /** The written type of a field of an enum's variant; {@code field} is a name, or a number for a tuple variant. */
  @Nullable
  SyntaxNode variantFieldType(String enumPath, String variant, String field) {
    SyntaxNode item = enumOf(enumPath);
    SyntaxNode variants = item == null ? null : item.field("body");
    for (SyntaxNode candidate : variants == null ? List.<SyntaxNode>of() : variants.namedChildren()) {
      SyntaxNode name = candidate.field("name");
      if (candidate.is("enum_variant") && name != null && name.textIs(variant)) {
        return typeOfField(candidate, field);
      }
    }
    return null;
  }

  /** The written types of all fields of a struct or of a variant of an enum. */
  static List<SyntaxNode> fieldTypes(SyntaxNode structOrVariant) {
    SyntaxNode body = structOrVariant.field("body");
    if (body == null) {
      return List.of();
    }
    if (body.is("ordered_field_declaration_list")) {
      return body.fields("type");
    }
    return body
      .namedChildren()
      .stream()
      .filter(child -> child.is("field_declaration"))
      .map(child -> child.field("type"))
      .filter(Objects::nonNull)
      .toList();
  }

  private static @Nullable SyntaxNode typeOfField(SyntaxNode structOrVariant, String field) {
    SyntaxNode body = structOrVariant.field("body");
    if (body == null) {
      return null;
    }
    if (body.is("ordered_field_declaration_list")) {
      List<SyntaxNode> types = body.fields("type");
      boolean number = !field.isEmpty() && field.length() < 4 && field.chars().allMatch(Character::isDigit);
      return number && Integer.parseInt(field) < types.size() ? types.get(Integer.parseInt(field)) : null;
    }
    for (SyntaxNode declaration : body.namedChildren()) {
      SyntaxNode name = declaration.field("name");
      if (declaration.is("field_declaration") && name != null && name.textIs(field)) {
        return declaration.field("type");
      }
    }
    return null;
  }
}
