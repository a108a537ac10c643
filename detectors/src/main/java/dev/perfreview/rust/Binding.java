package dev.perfreview.rust;

import dev.perfreview.syntax.SyntaxNode;

/**
 * What brings a local name into being.
 *
 * @param name the name within the pattern
 * @param pattern the whole pattern
 * @param declaration what the pattern belongs to: a {@code let_declaration}, {@code let_condition}, {@code parameter}, {@code
 *     self_parameter}, {@code closure_expression}, {@code for_expression}, {@code match_arm}, {@code const_item} or {@code static_item}
 */
public record Binding(SyntaxNode name, SyntaxNode pattern, SyntaxNode declaration) {
  /** Whether the pattern is nothing but the name, {@code mut} aside. */
  public boolean isPlain() {
    return pattern.index() == name.index() || (pattern.is("mut_pattern") && pattern.namedChildren().contains(name));
  }

  /** Whether the name is a constant or a static rather than a local variable or parameter. */
  public boolean isGlobal() {
    return declaration.isAny("const_item", "static_item");
  }
}
