package dev.perfreview.rust.guards;

import dev.perfreview.syntax.SyntaxNode;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What is known of a guard at one point of a program: who may own it there. Immutable.
 *
 * @param reachable whether any path leads here
 * @param owners the owners on some path; empty where the guard is dropped or not yet taken on all of them
 */
record Alive(boolean reachable, Set<Owner> owners) {
  /** The guard is not alive. */
  static final Alive NOWHERE = new Alive(true, Set.of());
  /** No path leads here. */
  static final Alive UNREACHABLE = new Alive(false, Set.of());

  Alive {
    owners = Set.copyOf(owners);
  }

  boolean isAlive() {
    return !owners.isEmpty();
  }

  Alive with(Owner owner) {
    Set<Owner> more = new HashSet<>(owners);
    more.add(owner);
    return new Alive(reachable, more);
  }

  Alive without(Owner owner) {
    return keeping(kept -> !kept.equals(owner));
  }

  /** After the end of a node: what it is the scope of has been dropped. */
  Alive after(SyntaxNode node) {
    return keeping(owner -> !owner.scope().equals(node));
  }

  /** After a jump out of a node: what is declared in it has been dropped. */
  Alive outOf(SyntaxNode node) {
    return keeping(owner -> !node.contains(owner.scope()));
  }

  /** What holds where two paths meet. */
  Alive or(Alive other) {
    if (!reachable || equals(other)) {
      return other;
    }
    if (!other.reachable) {
      return this;
    }
    Set<Owner> both = new HashSet<>(owners);
    both.addAll(other.owners);
    return new Alive(true, both);
  }

  private Alive keeping(Predicate<Owner> kept) {
    if (owners.stream().allMatch(kept)) {
      return this;
    }
    Set<Owner> fewer = new HashSet<>(owners);
    fewer.removeIf(kept.negate());
    return new Alive(reachable, fewer);
  }
}
