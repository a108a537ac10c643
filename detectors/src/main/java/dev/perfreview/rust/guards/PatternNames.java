package dev.perfreview.rust.guards;

import dev.perfreview.rust.Binding;
import dev.perfreview.rust.Bindings;
import dev.perfreview.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The names that patterns declare, as the identifiers in them; shadowing counts. */
final class PatternNames {

  private PatternNames() {}

  /** The identifiers that a pattern declares, in the order of the text. */
  static List<SyntaxNode> declaredBy(SyntaxNode pattern) {
    List<SyntaxNode> names = new ArrayList<>();
    collect(pattern, names);
    return names;
  }

  private static void collect(SyntaxNode pattern, List<SyntaxNode> names) {
    switch (pattern.kind()) {
      case "identifier" -> {
        if (!Character.isUpperCase(pattern.text().charAt(0))) {
          names.add(pattern);
        }
      }
      case "shorthand_field_identifier" -> names.add(pattern);
      case "field_pattern" -> {
        SyntaxNode inner = pattern.field("pattern");
        collect(inner != null ? inner : pattern.namedChildren().getLast(), names);
      }
      case "scoped_identifier", "range_pattern", "const_block", "macro_invocation" -> {
      }
      default -> {
        for (SyntaxNode child : pattern.namedChildren()) {
          String field = child.fieldName();
          if (!"type".equals(field) && !"condition".equals(field)) {
            collect(child, names);
          }
        }
      }
    }
  }

  /** Whether an identifier declares a variable instead of using one. */
  static boolean isDeclaration(SyntaxNode identifier) {
    SyntaxNode inner = identifier;
    for (SyntaxNode outer : identifier.ancestors()) {
      if ("pattern".equals(inner.fieldName()) || outer.is("closure_parameters")) {
        return true;
      }
      if (!outer.kind().endsWith("_pattern") || "condition".equals(inner.fieldName())) {
        return false;
      }
      inner = outer;
    }
    return false;
  }

  /** The identifier in the pattern that declares the variable which an identifier, or bare token of a macro's arguments, stands for. */
  static @Nullable SyntaxNode declarationOf(SyntaxNode use) {
    return declarationAt(use, use.text());
  }

  /** The identifier in the pattern that declares the variable which {@code name} stands for where a node begins. */
  static @Nullable SyntaxNode declarationAt(SyntaxNode node, String name) {
    Binding binding = Bindings.find(name, node);
    return binding == null ? null : binding.name();
  }
}
