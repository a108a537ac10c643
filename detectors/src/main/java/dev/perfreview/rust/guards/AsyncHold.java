package dev.perfreview.rust.guards;

import dev.perfreview.syntax.SyntaxNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Why the guard of an async lock is held across an await. To allow that is what async locks are for, so a hold counts as on purpose unless
 * nothing speaks for it: no await uses the value behind the lock, nothing uses it afterwards, and the lock neither merely serialises
 * what runs under it nor belongs to one entry of a collection.
 */
public enum AsyncHold {
  /** The value behind the lock is what is awaited, or is used again afterwards, or the lock is there to serialise. */
  ON_PURPOSE,
  /** The guard could be dropped before the await as it stands. */
  NEEDLESS,
  /** The await makes the value that the lock is there to keep; a {@code OnceCell} would let its readers pass without a lock. */
  MAKES_VALUE;

  private static final Set<String> ENTRY_LOOKUPS = Set.of(
    "get",
    "entry",
    "get_mut",
    "or_default",
    "or_insert_with",
    "or_insert"
  );

  /** Why the guard, which is alive at one await or more, is held there. */
  public static AsyncHold of(Guard guard) {
    if ("()".equals(guard.acquisition().type().guarded()) || isLockOfEntry(guard.acquisition().lock())) {
      return ON_PURPOSE;
    }
    return guard.owner() instanceof Owner.Variable variable ? ofVariable(guard, variable) : ofTemporary(guard);
  }

  private static AsyncHold ofVariable(Guard guard, Owner.Variable variable) {
    GuardUses uses = GuardUses.of(guard);
    if (variable.name().text().startsWith("_") || uses.uses().isEmpty()) {
      return ON_PURPOSE;
    }
    for (SyntaxNode suspension : guard.suspensions()) {
      if (uses.isUsedIn(suspension)) {
        return ON_PURPOSE;
      }
    }
    if (guard.suspensions().stream().noneMatch(uses::isUsedAfter)) {
      return NEEDLESS;
    }
    return makesValue(guard, uses) ? MAKES_VALUE : ON_PURPOSE;
  }

  /**
   * Whether the guarded {@code Option} is answered as it is when it is there, and is filled after the first await. Where it is looked into
   * before that decision, it can go stale, and a cell that is filled once is no replacement.
   */
  private static boolean makesValue(Guard guard, GuardUses uses) {
    String guarded = guard.acquisition().type().guarded();
    if (guarded == null || !guarded.startsWith("Option<")) {
      return false;
    }
    int first = guard.suspensions().getFirst().start();
    boolean filled = false;
    for (SyntaxNode use : uses.uses()) {
      SyntaxNode assignment = assignmentTo(use);
      if (assignment != null && assignment.end() > first) {
        SyntaxNode value = assignment.field("right");
        filled |= value != null && value.text().startsWith("Some(");
      } else if (assignment != null || isTaken(use) || (use.start() < first && !onlyAsksWhetherFilled(use))) {
        return false;
      }
    }
    return filled;
  }

  /** Whether a use moves the value out. */
  private static boolean isTaken(SyntaxNode use) {
    SyntaxNode access = use.parent();
    SyntaxNode call = access == null ? null : access.parent();
    String method = call == null ? null : OwnedValues.methodOf(call);
    return "take".equals(method) || "replace".equals(method) || "insert".equals(method);
  }

  /** Whether a use stands in an {@code if} that does nothing but answer the value when it is there, or make it when it is not. */
  private static boolean onlyAsksWhetherFilled(SyntaxNode use) {
    SyntaxNode decision = use.enclosing("if_expression");
    SyntaxNode condition = decision == null ? null : decision.field("condition");
    SyntaxNode then = decision == null ? null : decision.field("consequence");
    if (condition == null || then == null) {
      return false;
    }
    SyntaxNode arguments = use.enclosing("arguments");
    boolean isHandedOver = arguments != null && condition.contains(arguments);
    return !isHandedOver && (then.namedChildren().size() == 1 || condition.text().endsWith(".is_none()"));
  }

  private static @Nullable SyntaxNode assignmentTo(SyntaxNode use) {
    SyntaxNode dereferenced = use.parent();
    if (dereferenced == null || !"left".equals(dereferenced.fieldName())) {
      return null;
    }
    SyntaxNode assignment = dereferenced.parent();
    return assignment != null && assignment.is("assignment_expression") ? assignment : null;
  }

  private static AsyncHold ofTemporary(Guard guard) {
    SyntaxNode taken = guard.acquisition().guard();
    return guard
      .suspensions()
      .stream()
      .allMatch(suspension -> isOwnedBefore(taken, suspension))
      ? NEEDLESS
      : ON_PURPOSE;
  }

  /** Whether what is made of the guard is a value of its own before it reaches the await or the head of the statement around it. */
  private static boolean isOwnedBefore(SyntaxNode taken, SyntaxNode suspension) {
    SyntaxNode inner = taken;
    for (SyntaxNode outer : taken.ancestors()) {
      boolean isAwaited = outer.is("await_expression");
      if (inner.is("call_expression") && !isAwaited && OwnedValues.isOwned(inner)) {
        return true;
      }
      boolean isHead = outer.isAny(
        "match_expression",
        "let_condition",
        "for_expression",
        "expression_statement",
        "let_declaration"
      );
      if (isHead || outer.equals(suspension)) {
        return false;
      }
      inner = outer;
    }
    return false;
  }

  /** Whether the lock is a variable that was looked up in a collection: who waits for it wants the same entry. */
  private static boolean isLockOfEntry(SyntaxNode lock) {
    SyntaxNode declared = lock.is("identifier") ? Bindings.declarationOf(lock) : null;
    SyntaxNode declaration = declared == null ? null : declared.enclosing("let_declaration", "let_condition");
    SyntaxNode value = declaration == null ? null : declaration.field("value");
    if (value == null) {
      return false;
    }
    if (ENTRY_LOOKUPS.contains(String.valueOf(OwnedValues.methodOf(value)))) {
      return true;
    }
    return value
      .streamDescendants()
      .anyMatch(
        node -> node.is("call_expression") && ENTRY_LOOKUPS.contains(String.valueOf(OwnedValues.methodOf(node)))
      );
  }
}
