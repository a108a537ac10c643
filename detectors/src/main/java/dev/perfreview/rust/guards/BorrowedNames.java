package dev.perfreview.rust.guards;

import dev.perfreview.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which variables may borrow from a value: those that a declaration makes of it, unless what they get is a value of its own. */
final class BorrowedNames {

  private BorrowedNames() {}

  /**
   * A variable that may borrow.
   *
   * @param declared the identifier that declares it
   * @param scope the node in which it can be named
   * @param ofElement whether it was looked up in a collection ({@code get})
   */
  record Name(SyntaxNode declared, SyntaxNode scope, boolean ofElement) {}

  /**
   * The variables that may borrow from the value of an expression.
   *
   * @param life the node beyond which nothing borrows any more
   * @param ofElement whether the expression itself is an element of the collection
   */
  static List<Name> from(SyntaxNode expression, SyntaxNode life, boolean ofElement) {
    List<Name> names = new ArrayList<>();
    SyntaxNode inner = expression;
    boolean isElement = ofElement;
    for (SyntaxNode outer : expression.ancestors()) {
      if (outer.isAny("block", "closure_expression", "async_block")) {
        return names;
      }
      isElement |= isLookup(outer, inner);
      boolean isHead = outer.isAny("let_declaration", "let_condition", "for_expression", "match_expression");
      if (isHead && "value".equals(inner.fieldName())) {
        if (OwnedValues.isOwned(inner) || isCopied(inner, outer)) {
          return names;
        }
        declare(outer, isElement, names);
        if (!outer.is("match_expression")) {
          return names;
        }
      }
      if (outer.equals(life)) {
        return names;
      }
      inner = outer;
    }
    return names;
  }

  /** Whether a call looks an element up in its receiver, which stays as it is. */
  static boolean isLookup(SyntaxNode call, SyntaxNode inner) {
    SyntaxNode arguments = call.field("arguments");
    return (
      "get".equals(OwnedValues.methodOf(call)) &&
      "function".equals(inner.fieldName()) &&
      arguments != null &&
      !arguments.namedChildren().isEmpty()
    );
  }

  /** Whether a {@code let} copies a field or the whole value: a guard's value cannot be moved out, so that what is taken is {@code Copy}. */
  private static boolean isCopied(SyntaxNode value, SyntaxNode declaration) {
    SyntaxNode pattern = declaration.field("pattern");
    boolean byName = declaration.is("let_declaration") && pattern != null && pattern.is("identifier");
    return byName && (value.is("field_expression") || (value.is("unary_expression") && value.text().startsWith("*")));
  }

  private static void declare(SyntaxNode declaration, boolean ofElement, List<Name> names) {
    if (declaration.is("match_expression")) {
      SyntaxNode body = declaration.field("body");
      for (SyntaxNode arm : body == null ? List.<SyntaxNode>of() : body.namedChildren()) {
        declare(arm.field("pattern"), arm, ofElement, names);
      }
      return;
    }
    SyntaxNode scope = switch (declaration.kind()) {
      case "for_expression" -> declaration;
      case "let_condition" -> declaration.enclosing("if_expression", "while_expression");
      default -> declaration.parent();
    };
    declare(declaration.field("pattern"), scope, ofElement, names);
  }

  private static void declare(
    @Nullable SyntaxNode pattern,
    @Nullable SyntaxNode scope,
    boolean ofElement,
    List<Name> names
  ) {
    if (pattern != null && scope != null) {
      PatternNames.declaredBy(pattern).forEach(declared -> names.add(new Name(declared, scope, ofElement)));
    }
  }
}
