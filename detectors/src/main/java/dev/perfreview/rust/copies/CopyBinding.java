package dev.perfreview.rust.copies;

import dev.perfreview.rust.Binding;
import dev.perfreview.rust.Comments;
import dev.perfreview.rust.RustModel;
import dev.perfreview.rust.values.VariableUses;
import dev.perfreview.syntax.SyntaxNode;
import org.jspecify.annotations.Nullable;

/**
 * The variable that a copy is bound to.
 *
 * @param name the identifier that declares it
 * @param declaration the {@code let_declaration} or {@code let_condition}
 * @param isDirect whether the copy is the whole value, not that of one branch
 */
record CopyBinding(SyntaxNode name, SyntaxNode declaration, boolean isDirect) {
  /** The variable; nothing when the copy goes elsewhere or may be changed through the variable. */
  static @Nullable CopyBinding of(ClonedValue copy) {
    SyntaxNode node = copy.call();
    boolean direct = true;
    for (SyntaxNode outer : copy.call().ancestors()) {
      switch (outer.kind()) {
        case "let_declaration", "let_condition" -> {
          return "value".equals(node.fieldName()) ? of(outer, direct) : null;
        }
        case "block", "match_block" -> {
          if (outer.is("block") && !Comments.without(outer.namedChildren()).getLast().equals(node)) {
            return null;
          }
        }
        case "if_expression", "match_expression" -> {
          if ("condition".equals(node.fieldName()) || "value".equals(node.fieldName())) {
            return null;
          }
          direct = false;
        }
        case "else_clause", "match_arm", "parenthesized_expression" -> {
        }
        default -> {
          return null;
        }
      }
      node = outer;
    }
    return null;
  }

  private static @Nullable CopyBinding of(SyntaxNode declaration, boolean direct) {
    SyntaxNode pattern = declaration.field("pattern");
    if (pattern != null && pattern.is("tuple_struct_pattern") && pattern.namedChildren().size() == 2) {
      SyntaxNode variant = pattern.field("type");
      pattern = variant != null && variant.textIs("Some") ? pattern.namedChildren().getLast() : null;
    }
    boolean plain = pattern != null && pattern.is("identifier") && declaration.firstChild("mutable_specifier") == null;
    return plain && pattern != null ? new CopyBinding(pattern, declaration, direct) : null;
  }

  /** What is done with the variable; nothing when that cannot be told. */
  @Nullable
  VariableUses uses(RustModel model) {
    return VariableUses.of(new Binding(name, patternOf(), declaration), model);
  }

  private SyntaxNode patternOf() {
    SyntaxNode pattern = declaration.field("pattern");
    return pattern == null ? name : pattern;
  }
}
