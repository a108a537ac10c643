package dev.perfreview.rust.guards;

import dev.perfreview.syntax.SyntaxNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A guard with its life.
 *
 * @param acquisition what took it
 * @param owner who has it first
 * @param suspensions what suspends the task while the guard may be alive, in the order in which it runs: await expressions, calls of
 *     macros that await, and {@code await} tokens in the arguments of macros
 * @param work the calls, macro calls and {@code for} loops that run while the guard may be alive, in that order too
 * @param variables the variables that own it at one time or another
 */
public record Guard(
  Acquisition acquisition,
  Owner owner,
  List<SyntaxNode> suspensions,
  List<SyntaxNode> work,
  List<Owner.Variable> variables
) {
  /**
   * The await at which the task waits for the lock that it holds itself, and never gets it.
   *
   * @return nothing where there is none, or where both only read
   */
  public @Nullable SyntaxNode selfDeadlock() {
    for (SyntaxNode suspension : suspensions) {
      SyntaxNode call = suspension.is("await_expression") ? suspension.namedChildren().getFirst() : null;
      if (call != null && acquisition.conflictsWith(call)) {
        return suspension;
      }
    }
    return null;
  }

  /** The guard that an acquisition makes; nothing when it is dropped at once or moved to where it cannot be followed. */
  public static @Nullable Guard of(Acquisition acquisition) {
    return Ownership.of(acquisition) instanceof Owner owner ? GuardFlow.follow(acquisition, owner) : null;
  }
}
