package dev.perfreview.rust;

import dev.perfreview.semantics.CodeFunction;
import dev.perfreview.syntax.SyntaxNode;
import dev.perfreview.syntax.SyntaxSnapshot;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The items of a file that types are read off, by name. A name that two modules of the file give to different items is left out. */
final class Declarations {

  private final Map<String, SyntaxNode> structs = new HashMap<>();
  private final Map<String, SyntaxNode> aliases = new HashMap<>();
  private final Map<String, SyntaxNode> functions = new HashMap<>();

  Declarations(SyntaxSnapshot syntax, List<CodeFunction> codeFunctions) {
    Set<String> ambiguous = new HashSet<>();
    for (SyntaxNode node : syntax.root().descendants()) {
      switch (node.kind()) {
        case "struct_item" -> add(structs, node, ambiguous);
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

  /** The written type of a struct's field; {@code field} is a name, or a number for a tuple struct. */
  @Nullable
  SyntaxNode fieldType(String structPath, String field) {
    SyntaxNode struct = structs.get(RustPaths.lastSegment(structPath));
    SyntaxNode body = struct == null ? null : struct.field("body");
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
