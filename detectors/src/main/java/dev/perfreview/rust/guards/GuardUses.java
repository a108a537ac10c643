package dev.perfreview.rust.guards;

import dev.perfreview.rust.guards.BorrowedNames.Name;
import dev.perfreview.syntax.SyntaxNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Where the value behind a guard is used: through the variables that own the guard, and through what may be borrowed from them. */
final class GuardUses {

  private final List<Use> uses = new ArrayList<>();
  private final List<SyntaxNode> drops = new ArrayList<>();
  private final SyntaxNode life;

  private GuardUses(SyntaxNode life) {
    this.life = life;
  }

  /**
   * A use.
   *
   * @param node the identifier
   * @param ofElement whether it names what was looked up in a collection behind the guard, not the guard or its value
   */
  record Use(SyntaxNode node, boolean ofElement) {}

  /** The uses of a guard's value. */
  static GuardUses of(Guard guard) {
    GuardUses found = new GuardUses(guard.owner().scope());
    Deque<Name> pending = new ArrayDeque<>();
    Set<SyntaxNode> known = new HashSet<>();
    for (Owner.Variable variable : guard.variables()) {
      pending.add(new Name(variable.name(), variable.scope(), false));
    }
    if (guard.owner() instanceof Owner.Temporary) {
      pending.addAll(BorrowedNames.from(guard.acquisition().guard(), guard.owner().scope(), false));
    }
    while (!pending.isEmpty()) {
      Name name = pending.pop();
      if (known.add(name.declared())) {
        found.collect(name, pending);
      }
    }
    return found;
  }

  private void collect(Name name, Deque<Name> pending) {
    for (SyntaxNode node : name.scope().descendants()) {
      boolean isNamed = node.is("identifier") && node.textIs(name.declared().text());
      if (isNamed && !PatternNames.isDeclaration(node) && name.declared().equals(PatternNames.declarationOf(node))) {
        if (isDropped(node)) {
          drops.add(node);
        } else {
          uses.add(new Use(node, name.ofElement()));
          pending.addAll(BorrowedNames.from(node, name.scope(), name.ofElement()));
        }
      }
    }
  }

  /** The identifiers that name the guard or what may borrow from it, {@code drop(guard)} left out. */
  List<SyntaxNode> nodes() {
    return uses.stream().map(Use::node).toList();
  }

  /** The identifiers in {@code drop(guard)}. */
  List<SyntaxNode> drops() {
    return drops;
  }

  /** The uses that need the guard while or after the suspension: in it, later in the text, or on a later turn of a loop around it. */
  List<Use> from(SyntaxNode suspension) {
    return uses
      .stream()
      .filter(use -> suspension.contains(use.node()) || isAfter(use.node(), suspension))
      .toList();
  }

  /** Whether a use lies within the node. */
  boolean isUsedIn(SyntaxNode node) {
    return uses.stream().anyMatch(use -> node.contains(use.node()));
  }

  /** Whether a use can come after the suspension. */
  boolean isUsedAfter(SyntaxNode suspension) {
    return uses.stream().anyMatch(use -> isAfter(use.node(), suspension));
  }

  private boolean isAfter(SyntaxNode use, SyntaxNode suspension) {
    return use.start() > suspension.start() || isOnLaterTurn(use, suspension);
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

  private static boolean isDropped(SyntaxNode identifier) {
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
}
