package dev.perfreview.rust.guards;

import dev.perfreview.syntax.SyntaxNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Recognises an {@code Option} behind a lock that is filled once, by the first who needs it, or emptied once. */
final class LazyValue {

  private LazyValue() {}

  /**
   * Whether the guarded {@code Option} is answered as it is when it is there, and is filled after the first await. Where it is looked into
   * before that decision, it can go stale, and a cell that is filled once is no replacement.
   */
  static boolean isMadeUnder(Guard guard, GuardUses uses) {
    if (!guard.acquisition().type().guardsOption()) {
      return false;
    }
    int first = guard.suspensions().getFirst().start();
    boolean filled = false;
    for (SyntaxNode use : uses.nodes()) {
      SyntaxNode assignment = assignmentTo(use);
      if (assignment != null && assignment.end() > first) {
        SyntaxNode value = assignment.field("right");
        filled |= value != null && value.text().startsWith("Some(");
      } else if (
        assignment != null || isTaken(use) || isReplaced(use) || (use.start() < first && !onlyAsksWhetherFilled(use))
      ) {
        return false;
      }
    }
    return filled;
  }

  private static boolean isTaken(SyntaxNode use) {
    return "take".equals(methodOn(use));
  }

  private static boolean isReplaced(SyntaxNode use) {
    String method = methodOn(use);
    return "replace".equals(method) || "insert".equals(method);
  }

  /** The method that is called on a value; nothing when none is. */
  private static @Nullable String methodOn(SyntaxNode value) {
    SyntaxNode access = value.parent();
    SyntaxNode call = access == null ? null : access.parent();
    return call == null ? null : OwnedValues.methodOf(call);
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

  /** Whether all that is done with the guarded {@code Option} is to take its value out: what can be taken once is not contended for. */
  static boolean isOnlyTakenUnder(Guard guard) {
    if (!guard.acquisition().type().guardsOption()) {
      return false;
    }
    if (guard.owner() instanceof Owner.Variable variable) {
      List<SyntaxNode> uses = GuardUses.of(guard).nodes();
      return (
        uses.stream().anyMatch(LazyValue::isTaken) &&
        uses
          .stream()
          .filter(use -> use.textIs(variable.name().text()))
          .allMatch(LazyValue::isTaken)
      );
    }
    return isTaken(guard.acquisition().guard());
  }
}
