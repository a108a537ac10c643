package dev.perfreview.rust.guards;

import dev.perfreview.rust.guards.GuardUses.Use;
import dev.perfreview.syntax.SyntaxNode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Why the guard of an async lock is held across an await. To allow that is what async locks are for, so a hold counts as on purpose unless
 * nothing speaks for it: no await uses the value behind the lock, nothing uses it afterwards, and the lock neither merely serialises
 * what runs under it, nor belongs to one entry of a collection, nor keeps what is taken out once.
 */
public enum AsyncHold {
  /** The value behind the lock is what is awaited, or is used again afterwards, or the lock is there to serialise. */
  ON_PURPOSE,
  /** The guard could be dropped before the await as it stands. */
  NEEDLESS,
  /** Only one element of the collection behind the lock is in use, which users of the others wait for. */
  FOR_ELEMENT,
  /** The await makes the value that the lock is there to keep; a {@code OnceCell} would let its readers pass without a lock. */
  MAKES_VALUE;

  private static final Set<String> ENTRY_LOOKUPS = Set.of("entry", "or_default", "or_insert_with", "or_insert");

  /** Why the guard, which is alive at one await or more, is held there. */
  public static AsyncHold of(Guard guard) {
    Acquisition acquisition = guard.acquisition();
    if (acquisition.type().guardsNothing() || isLockOfEntry(acquisition.lock()) || LazyValue.isOnlyTakenUnder(guard)) {
      return ON_PURPOSE;
    }
    return guard.owner() instanceof Owner.Variable variable ? ofVariable(guard, variable) : ofTemporary(guard);
  }

  private static AsyncHold ofVariable(Guard guard, Owner.Variable variable) {
    GuardUses uses = GuardUses.of(guard);
    if (variable.name().text().startsWith("_") || uses.nodes().isEmpty()) {
      return ON_PURPOSE;
    }
    AsyncHold hold = NEEDLESS;
    for (SyntaxNode suspension : guard.suspensions()) {
      hold = hold.or(neededFor(uses.from(suspension), suspension));
    }
    return hold == ON_PURPOSE && LazyValue.isMadeUnder(guard, uses) ? MAKES_VALUE : hold;
  }

  private static AsyncHold ofTemporary(Guard guard) {
    GuardUses uses = GuardUses.of(guard);
    SyntaxNode taken = guard.acquisition().guard();
    AsyncHold hold = NEEDLESS;
    for (SyntaxNode suspension : guard.suspensions()) {
      hold = hold.or(
        suspension.contains(taken) ? reaching(suspension, taken) : neededFor(uses.from(suspension), suspension)
      );
    }
    return hold;
  }

  private static AsyncHold neededFor(List<Use> uses, SyntaxNode suspension) {
    if (uses.isEmpty()) {
      return NEEDLESS;
    }
    boolean forElement = uses
      .stream()
      .allMatch(use -> use.ofElement() && (!suspension.contains(use.node()) || isReceiver(use.node(), suspension)));
    return forElement ? FOR_ELEMENT : ON_PURPOSE;
  }

  /** Whether the awaited call is a method of the value. */
  private static boolean isReceiver(SyntaxNode value, SyntaxNode suspension) {
    SyntaxNode inner = value;
    for (SyntaxNode outer : value.ancestors()) {
      if (outer.equals(suspension)) {
        return true;
      }
      boolean isChain = outer.isAny(
        "field_expression",
        "call_expression",
        "try_expression",
        "parenthesized_expression"
      );
      if (!isChain || "arguments".equals(inner.fieldName())) {
        return false;
      }
      inner = outer;
    }
    return false;
  }

  /** What of the guard reaches the await whose operand it is taken in. */
  private static AsyncHold reaching(SyntaxNode suspension, SyntaxNode taken) {
    SyntaxNode inner = taken;
    AsyncHold reached = ON_PURPOSE;
    for (SyntaxNode outer : taken.ancestors()) {
      if (outer.is("await_expression") || outer.equals(suspension)) {
        return reached;
      }
      if (outer.is("call_expression") && OwnedValues.isOwned(outer) && !isAwaited(outer)) {
        return NEEDLESS;
      }
      if (BorrowedNames.isLookup(outer, inner) && !isAwaited(outer)) {
        reached = FOR_ELEMENT;
      }
      inner = outer;
    }
    return reached;
  }

  private static boolean isAwaited(SyntaxNode call) {
    SyntaxNode parent = call.parent();
    return parent != null && parent.is("await_expression");
  }

  /** The better of two reasons to hold the guard. */
  private AsyncHold or(AsyncHold other) {
    if (this == ON_PURPOSE || other == ON_PURPOSE) {
      return ON_PURPOSE;
    }
    return this == NEEDLESS ? other : this;
  }

  /** Whether the lock was looked up in a collection: who waits for it wants the same entry. */
  private static boolean isLockOfEntry(SyntaxNode lock) {
    if (!lock.is("identifier")) {
      return looksUpEntry(lock);
    }
    SyntaxNode declared = PatternNames.declarationOf(lock);
    SyntaxNode declaration = declared == null ? null : declared.enclosing("let_declaration", "let_condition");
    SyntaxNode pattern = declaration == null ? null : declaration.field("pattern");
    SyntaxNode value = declaration == null ? null : declaration.field("value");
    return declared != null && pattern != null && pattern.contains(declared) && value != null && looksUpEntry(value);
  }

  private static boolean looksUpEntry(SyntaxNode expression) {
    return isEntryLookup(expression) || expression.streamDescendants().anyMatch(AsyncHold::isEntryLookup);
  }

  private static boolean isEntryLookup(SyntaxNode node) {
    SyntaxNode function = node.field("function");
    String method = function == null ? null : OwnedValues.methodOf(node);
    return (
      function != null && method != null && (ENTRY_LOOKUPS.contains(method) || BorrowedNames.isLookup(node, function))
    );
  }
}
