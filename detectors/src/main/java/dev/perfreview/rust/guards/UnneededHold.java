package dev.perfreview.rust.guards;

import dev.perfreview.syntax.SyntaxNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The work that is done under a guard though nothing in it, or after it, uses what the guard protects: the guard could have been dropped
 * before.
 */
public final class UnneededHold {

  private final Guard guard;
  private final GuardUses uses;
  private final @Nullable SyntaxNode head;

  private UnneededHold(Guard guard) {
    this.guard = guard;
    this.uses = GuardUses.of(guard);
    this.head = guard.owner() instanceof Owner.Temporary ? HoistedValue.headAround(guard.acquisition().guard()) : null;
  }

  /** The holds of a guard. */
  public static UnneededHold of(Guard guard) {
    return new UnneededHold(guard);
  }

  /**
   * The calls, macro calls and {@code for} loops that need no guard, in the order in which they run; none where the lock is there to
   * serialise what runs under it.
   */
  public List<SyntaxNode> work() {
    boolean serialises = guard.acquisition().type().guardsNothing() || isUnused();
    return serialises ? List.of() : guard.work().stream().filter(this::isUnneededFor).toList();
  }

  private boolean isUnused() {
    return (
      guard.owner() instanceof Owner.Variable variable &&
      (variable.name().text().startsWith("_") || uses.nodes().isEmpty())
    );
  }

  private boolean isUnneededFor(SyntaxNode work) {
    SyntaxNode taken = guard.acquisition().guard();
    if (work.contains(taken) || taken.contains(work) || uses.isUsedIn(work) || uses.isUsedAfter(work)) {
      return false;
    }
    if (!(guard.owner() instanceof Owner.Variable)) {
      return head != null && !head.contains(work);
    }
    SyntaxNode statement = Statements.around(work);
    return statement != null && !statement.contains(taken) && !uses.isUsedIn(statement);
  }

  /**
   * Whether what the guard protects decides whether the work is done: it is looked at in a condition before, and may change once the
   * guard is dropped.
   */
  public boolean isDecisionFor(SyntaxNode work) {
    return uses
      .nodes()
      .stream()
      .anyMatch(use -> use.start() < work.start() && isInCondition(use));
  }

  private boolean isInCondition(SyntaxNode use) {
    SyntaxNode inner = use;
    for (SyntaxNode outer : use.ancestors()) {
      boolean isCondition = "condition".equals(inner.fieldName()) || outer.isAny("let_condition", "let_chain");
      boolean isScrutinee = outer.is("match_expression") && "value".equals(inner.fieldName());
      if (isCondition || isScrutinee || outer.is("try_expression")) {
        return true;
      }
      if (outer.isAny("block", "closure_expression")) {
        return false;
      }
      inner = outer;
    }
    return false;
  }
}
