package dev.perfreview.rust.guards;

import dev.perfreview.syntax.SyntaxNode;

/**
 * An expression that takes a lock.
 *
 * @param call the call that takes it: {@code self.index.lock()}
 * @param guard the widest expression around it whose value still is, or directly wraps, the guard: {@code self.index.lock().unwrap()},
 *     {@code self.index.lock().await}
 * @param lock the lock: {@code self.index}
 * @param type the type of the lock, with its family
 * @param exclusive whether others can neither read nor write meanwhile
 * @param wrapped whether the value of {@code guard} is an {@code Option} or {@code Result} with the guard in it
 */
public record Acquisition(
  SyntaxNode call,
  SyntaxNode guard,
  SyntaxNode lock,
  LockType type,
  boolean exclusive,
  boolean wrapped
) {
  /** Whose lock it is. */
  public LockFamily family() {
    LockFamily family = type.family();
    if (family == null) {
      throw new IllegalStateException("an acquisition of an unknown lock");
    }
    return family;
  }

  /** Whether a call asks for the same lock in a way that cannot be granted while this guard lives. */
  boolean conflictsWith(SyntaxNode other) {
    String method = OwnedValues.methodOf(other);
    SyntaxNode function = other.field("function");
    SyntaxNode receiver = function == null ? null : function.field("value");
    SyntaxNode arguments = other.field("arguments");
    if (method == null || receiver == null || arguments == null || !arguments.namedChildren().isEmpty()) {
      return false;
    }
    boolean asksExclusively = method.equals("lock") || method.equals("write");
    boolean asks = asksExclusively || method.equals("read");
    return asks && (exclusive || asksExclusively) && receiver.text().equals(lock.text());
  }
}
