package dev.perfreview.rust;

import dev.perfreview.syntax.SyntaxNode;
import org.jspecify.annotations.Nullable;

/** Finds what a name in an expression was bound by, through the scopes of blocks, loops, closures, arms and conditions. */
public final class Bindings {

  private Bindings() {}

  /**
   * The binding that {@code name} has at {@code user}.
   *
   * @return nothing where the file does not tell: imported items, enum variants, names made by macros
   */
  public static @Nullable Binding find(String name, SyntaxNode user) {
    SyntaxNode child = user;
    boolean inFunction = true;
    for (SyntaxNode ancestor : user.ancestors()) {
      Binding found = switch (ancestor.kind()) {
        case "block", "source_file", "declaration_list" -> inBlock(name, ancestor, child, inFunction);
        case "for_expression" -> isField(child, "body") ? inPattern(name, ancestor) : null;
        case "closure_expression" -> isField(child, "body") ? inParameters(name, ancestor) : null;
        case "function_item" -> inFunction ? inParameters(name, ancestor) : null;
        case "if_expression" -> isField(child, "consequence")
          ? inCondition(name, ancestor.field("condition"), null)
          : null;
        case "while_expression" -> isField(child, "body") ? inCondition(name, ancestor.field("condition"), null) : null;
        case "let_chain" -> inCondition(name, ancestor, child);
        case "match_arm" -> inArm(name, ancestor);
        default -> null;
      };
      if (found != null) {
        return found;
      }
      if (ancestor.is("function_item")) {
        inFunction = false;
      }
      child = ancestor;
    }
    return null;
  }

  private static boolean isField(SyntaxNode node, String field) {
    return field.equals(node.fieldName());
  }

  private static @Nullable Binding inBlock(String name, SyntaxNode block, SyntaxNode child, boolean inFunction) {
    Binding found = null;
    for (SyntaxNode statement : block.namedChildren()) {
      boolean isLet = statement.is("let_declaration");
      if (isLet && inFunction && statement.index() < child.index()) {
        Binding let = inPattern(name, statement);
        found = let == null ? found : let;
      } else if (statement.isAny("const_item", "static_item") && found == null) {
        SyntaxNode item = statement.field("name");
        found = item != null && item.textIs(name) ? new Binding(item, item, statement) : null;
      }
    }
    return found;
  }

  private static @Nullable Binding inPattern(String name, SyntaxNode declaration) {
    SyntaxNode pattern = declaration.field("pattern");
    SyntaxNode bound = pattern == null ? null : boundIn(pattern, name);
    return pattern == null || bound == null ? null : new Binding(bound, pattern, declaration);
  }

  private static @Nullable Binding inParameters(String name, SyntaxNode callable) {
    SyntaxNode parameters = callable.field("parameters");
    if (parameters == null) {
      return null;
    }
    for (SyntaxNode parameter : parameters.namedChildren()) {
      if (parameter.is("self_parameter") && name.equals("self")) {
        return new Binding(parameter, parameter, parameter);
      }
      SyntaxNode pattern = parameter.is("parameter") ? parameter.field("pattern") : parameter;
      SyntaxNode bound = pattern == null ? null : boundIn(pattern, name);
      if (pattern != null && bound != null) {
        return new Binding(bound, pattern, parameter.is("parameter") ? parameter : callable);
      }
    }
    return null;
  }

  private static @Nullable Binding inCondition(
    String name,
    @Nullable SyntaxNode condition,
    @Nullable SyntaxNode before
  ) {
    if (condition == null) {
      return null;
    }
    if (condition.is("let_condition")) {
      return inPattern(name, condition);
    }
    Binding found = null;
    if (condition.is("let_chain")) {
      for (SyntaxNode part : condition.namedChildren()) {
        if (part.is("let_condition") && (before == null || part.index() < before.index())) {
          Binding let = inPattern(name, part);
          found = let == null ? found : let;
        }
      }
    }
    return found;
  }

  private static @Nullable Binding inArm(String name, SyntaxNode arm) {
    SyntaxNode pattern = arm.field("pattern");
    if (pattern == null) {
      return null;
    }
    // The grammar's `match_pattern` also holds the guard; the pattern proper is its first child.
    SyntaxNode proper = pattern.namedChildren().isEmpty() ? pattern : pattern.namedChildren().getFirst();
    SyntaxNode bound = boundIn(proper, name);
    return bound == null ? null : new Binding(bound, proper, arm);
  }

  /** The place in a pattern that binds {@code name}. */
  private static @Nullable SyntaxNode boundIn(SyntaxNode pattern, String name) {
    if (binds(pattern, name)) {
      return pattern;
    }
    for (SyntaxNode node : pattern.descendants()) {
      if (binds(node, name)) {
        return node;
      }
    }
    return null;
  }

  /** Whether a node of a pattern is the name itself, not a part of the path of a type or variant. */
  private static boolean binds(SyntaxNode node, String name) {
    if (!node.textIs(name)) {
      return false;
    }
    boolean isPartOfPath = isField(node, "type") || isField(node, "path") || isField(node, "name");
    return node.is("shorthand_field_identifier") || (node.is("identifier") && !isPartOfPath);
  }
}
