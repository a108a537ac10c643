package dev.perfreview.rust.guards;

import dev.perfreview.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which declaration a name of a variable stands for; shadowing counts. */
final class Bindings {

  private Bindings() {}

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
      if (is(inner, "pattern") || outer.is("closure_parameters")) {
        return true;
      }
      if (!outer.kind().endsWith("_pattern") || is(inner, "condition")) {
        return false;
      }
      inner = outer;
    }
    return false;
  }

  /**
   * The identifier in the pattern that declares the variable.
   *
   * @param use an identifier in an expression, or a bare token of a macro's arguments
   * @return nothing when the name is declared outside the function, or nowhere
   */
  static @Nullable SyntaxNode declarationOf(SyntaxNode use) {
    return declarationAt(use, use.text());
  }

  /** The identifier in the pattern that declares the variable which {@code name} stands for where a node begins. */
  static @Nullable SyntaxNode declarationAt(SyntaxNode node, String name) {
    SyntaxNode inner = node;
    for (SyntaxNode outer : node.ancestors()) {
      SyntaxNode found = switch (outer.kind()) {
        case "block" -> declaredBefore(inner, outer, name);
        case "if_expression", "while_expression" -> declaredInCondition(inner, outer, name);
        case "let_chain" -> declaredInChain(inner, outer, name);
        case "for_expression" -> is(inner, "body") ? declaredIn(outer.field("pattern"), name) : null;
        case "match_arm" -> is(inner, "value") ? declaredIn(outer.field("pattern"), name) : null;
        case "match_pattern" -> is(inner, "condition") ? declaredIn(outer, name) : null;
        case "closure_expression" -> declaredIn(outer.field("parameters"), name);
        case "function_item" -> declaredInParameters(outer.field("parameters"), name);
        default -> null;
      };
      if (found != null || outer.is("function_item")) {
        return found;
      }
      inner = outer;
    }
    return null;
  }

  private static boolean is(SyntaxNode node, String field) {
    return field.equals(node.fieldName());
  }

  private static @Nullable SyntaxNode declaredBefore(SyntaxNode inner, SyntaxNode block, String name) {
    SyntaxNode found = null;
    for (SyntaxNode statement : block.namedChildren()) {
      if (statement.start() >= inner.start()) {
        break;
      }
      if (statement.is("let_declaration")) {
        SyntaxNode declared = declaredIn(statement.field("pattern"), name);
        found = declared != null ? declared : found;
      }
    }
    return found;
  }

  private static @Nullable SyntaxNode declaredInCondition(SyntaxNode inner, SyntaxNode branching, String name) {
    SyntaxNode condition = branching.field("condition");
    if (condition == null || !(is(inner, "consequence") || is(inner, "body"))) {
      return null;
    }
    if (condition.is("let_chain")) {
      return declaredInChain(null, condition, name);
    }
    return condition.is("let_condition") ? declaredIn(condition.field("pattern"), name) : null;
  }

  private static @Nullable SyntaxNode declaredInChain(@Nullable SyntaxNode inner, SyntaxNode chain, String name) {
    SyntaxNode found = null;
    for (SyntaxNode link : chain.namedChildren()) {
      if (inner != null && link.start() >= inner.start()) {
        break;
      }
      if (link.is("let_condition")) {
        SyntaxNode declared = declaredIn(link.field("pattern"), name);
        found = declared != null ? declared : found;
      }
    }
    return found;
  }

  private static @Nullable SyntaxNode declaredInParameters(@Nullable SyntaxNode parameters, String name) {
    if (parameters == null) {
      return null;
    }
    for (SyntaxNode parameter : parameters.namedChildren()) {
      SyntaxNode found = declaredIn(parameter.field("pattern"), name);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static @Nullable SyntaxNode declaredIn(@Nullable SyntaxNode pattern, String name) {
    if (pattern == null) {
      return null;
    }
    for (SyntaxNode declared : declaredBy(pattern)) {
      if (declared.textIs(name)) {
        return declared;
      }
    }
    return null;
  }
}
