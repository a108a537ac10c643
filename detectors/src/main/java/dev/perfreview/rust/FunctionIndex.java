package dev.perfreview.rust;

import dev.perfreview.semantics.CodeFunction;
import dev.perfreview.syntax.KindSet;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxNode;
import dev.perfreview.syntax.SyntaxSnapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The functions of a file with their qualified names. Modules are no part of the names: hot paths name types and functions. */
final class FunctionIndex {

  private static final KindSet FUNCTIONS = KindSet.of(Language.RUST, "function_item");

  private final List<CodeFunction> functions = new ArrayList<>();
  private final Map<Integer, CodeFunction> byDeclaration = new HashMap<>();

  FunctionIndex(SyntaxSnapshot syntax) {
    for (SyntaxNode node : syntax.root().descendants(FUNCTIONS)) {
      SyntaxNode name = node.field("name");
      if (name != null) {
        CodeFunction function = new CodeFunction(qualify(node, name.text()), node, name, isAsync(node));
        functions.add(function);
        byDeclaration.put(node.index(), function);
      }
    }
  }

  /** The functions in the order of the text. */
  List<CodeFunction> all() {
    return List.copyOf(functions);
  }

  /** The innermost function that the node is part of, which is itself when it declares one. */
  @Nullable
  CodeFunction around(SyntaxNode node) {
    CodeFunction own = byDeclaration.get(node.index());
    if (own != null) {
      return own;
    }
    for (SyntaxNode ancestor : node.ancestors()) {
      CodeFunction function = byDeclaration.get(ancestor.index());
      if (function != null) {
        return function;
      }
    }
    return null;
  }

  /** Whether a {@code function_item} is an {@code async fn}. */
  static boolean isAsync(SyntaxNode function) {
    SyntaxNode modifiers = function.firstChild("function_modifiers");
    return modifiers != null && modifiers.firstChild("async") != null;
  }

  /** The name of the type that an {@code impl} block is for, without path, references and type arguments. */
  static @Nullable String implementedType(SyntaxNode impl) {
    SyntaxNode type = impl.field("type");
    while (type != null && type.isAny("reference_type", "pointer_type", "dynamic_type", "bracketed_type")) {
      SyntaxNode inner = type.field("type");
      type = inner != null ? inner : type.field("trait");
    }
    List<String> segments = type == null ? null : RustPaths.segmentsOf(type);
    return segments == null ? null : segments.getLast();
  }

  private String qualify(SyntaxNode function, String name) {
    StringBuilder qualified = new StringBuilder(name);
    for (SyntaxNode ancestor : function.ancestors()) {
      CodeFunction outer = byDeclaration.get(ancestor.index());
      if (outer != null) {
        return qualified.insert(0, outer.qualifiedName() + ".").toString();
      }
      String container = switch (ancestor.kind()) {
        case "impl_item" -> implementedType(ancestor);
        case "trait_item" -> {
          SyntaxNode trait = ancestor.field("name");
          yield trait == null ? null : trait.text();
        }
        default -> null;
      };
      if (container != null) {
        qualified.insert(0, container + ".");
      }
    }
    return qualified.toString();
  }
}
