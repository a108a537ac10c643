package dev.perfreview.rust.guards;

import dev.perfreview.syntax.SyntaxNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the value behind a guard is used: through the variables that own the guard, and through what may be borrowed from them. */
public final class GuardUses {

  private final List<SyntaxNode> uses = new ArrayList<>();
  private final List<SyntaxNode> drops = new ArrayList<>();
  private final SyntaxNode life;

  private GuardUses(SyntaxNode life) {
    this.life = life;
  }

  /** The uses of the variables of a guard. */
  public static GuardUses of(Guard guard) {
    GuardUses found = new GuardUses(guard.owner().scope());
    Deque<Name> pending = new ArrayDeque<>();
    Set<SyntaxNode> known = new HashSet<>();
    for (Owner.Variable variable : guard.variables()) {
      pending.add(new Name(variable.name(), variable.scope()));
    }
    while (!pending.isEmpty()) {
      Name name = pending.pop();
      if (known.add(name.declared())) {
        found.collect(name, pending);
      }
    }
    return found;
  }

  /** The identifiers that name the guard or what may borrow from it, {@code drop(guard)} left out. */
  public List<SyntaxNode> uses() {
    return uses;
  }

  /** The identifiers in {@code drop(guard)}. */
  public List<SyntaxNode> drops() {
    return drops;
  }

  /** Whether a use lies within the node. */
  public boolean isUsedIn(SyntaxNode node) {
    return uses.stream().anyMatch(node::contains);
  }

  /** Whether a use can come after the suspension: later in the text, or on a later turn of a loop around it. */
  public boolean isUsedAfter(SyntaxNode suspension) {
    return uses.stream().anyMatch(use -> use.start() > suspension.start() || isOnLaterTurn(use, suspension));
  }

  private boolean isOnLaterTurn(SyntaxNode use, SyntaxNode suspension) {
    for (SyntaxNode outer : suspension.ancestors()) {
      if (outer.contains(life)) {
        return false;
      }
      if (outer.isAny("loop_expression", "while_expression", "for_expression") && outer.contains(use)) {
        SyntaxNode head = outer.field("value");
        return head == null || !head.contains(use) || !OwnedValues.isOwned(head);
      }
    }
    return false;
  }

  /** A variable and the node in which it can be named. */
  private record Name(SyntaxNode declared, SyntaxNode scope) {}

  private void collect(Name name, Deque<Name> pending) {
    for (SyntaxNode node : name.scope().descendants()) {
      if (node.is("identifier") && node.textIs(name.declared().text()) && !node.equals(name.declared())) {
        if (name.declared().equals(Bindings.declarationOf(node))) {
          (isDropped(node) ? drops : uses).add(node);
          borrowers(node, name, pending);
        }
      }
    }
  }

  static boolean isDropped(SyntaxNode identifier) {
    SyntaxNode arguments = identifier.parent();
    SyntaxNode before = arguments == null ? null : arguments.previousSibling();
    return (
      arguments != null &&
      before != null &&
      arguments.isAny("arguments", "token_tree") &&
      arguments.namedChildren().size() == 1 &&
      (before.textIs("drop") || before.text().endsWith("mem::drop"))
    );
  }

  /** The variables that a use may hand a borrow to: those that the declaration around it declares, unless its value is owned. */
  private static void borrowers(SyntaxNode use, Name name, Deque<Name> pending) {
    SyntaxNode inner = use;
    for (SyntaxNode outer : use.ancestors()) {
      if (outer.equals(name.scope()) || outer.isAny("block", "closure_expression", "async_block")) {
        return;
      }
      if (
        outer.isAny("let_declaration", "let_condition", "for_expression", "match_expression") &&
        "value".equals(inner.fieldName())
      ) {
        if (!OwnedValues.isOwned(inner) && !isCopied(inner, outer)) {
          declare(outer, pending);
        }
        if (!outer.is("match_expression")) {
          return;
        }
      }
      inner = outer;
    }
  }

  /** Whether a {@code let} copies a field or the whole value: a guard's value cannot be moved out, so that what is taken is {@code Copy}. */
  private static boolean isCopied(SyntaxNode value, SyntaxNode declaration) {
    SyntaxNode pattern = declaration.field("pattern");
    boolean byName = declaration.is("let_declaration") && pattern != null && pattern.is("identifier");
    return byName && (value.is("field_expression") || (value.is("unary_expression") && value.text().startsWith("*")));
  }

  private static void declare(SyntaxNode declaration, Deque<Name> pending) {
    if (declaration.is("match_expression")) {
      SyntaxNode body = declaration.field("body");
      for (SyntaxNode arm : body == null ? List.<SyntaxNode>of() : body.namedChildren()) {
        declare(arm.field("pattern"), arm, pending);
      }
      return;
    }
    SyntaxNode scope = declaration.is("for_expression")
      ? declaration
      : declaration.is("let_condition")
        ? declaration.enclosing("if_expression", "while_expression")
        : declaration.parent();
    declare(declaration.field("pattern"), scope, pending);
  }

  private static void declare(@Nullable SyntaxNode pattern, @Nullable SyntaxNode scope, Deque<Name> pending) {
    if (pattern != null && scope != null) {
      Bindings.declaredBy(pattern).forEach(declared -> pending.add(new Name(declared, scope)));
    }
  }
}
