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
 * @param variables the variables that own it at one time or another
 */
public record Guard(
  Acquisition acquisition,
  Owner owner,
  List<SyntaxNode> suspensions,
  List<Owner.Variable> variables
) {
  /** The guard that an acquisition makes; nothing when it is dropped at once or moved to where it cannot be followed. */
  public static @Nullable Guard of(Acquisition acquisition) {
    if (!(Ownership.of(acquisition) instanceof Owner owner)) {
      return null;
    }
    GuardFlow.Result result = GuardFlow.follow(acquisition.guard(), owner);
    return new Guard(acquisition, owner, result.suspensions(), result.variables());
  }
}
