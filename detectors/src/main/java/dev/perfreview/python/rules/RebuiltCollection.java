package dev.perfreview.python.rules;

import dev.perfreview.python.Binding;
import dev.perfreview.python.Loops;
import dev.perfreview.python.MethodCall;
import dev.perfreview.python.PythonModel;
import dev.perfreview.python.PythonType;
import dev.perfreview.python.Variable;
import dev.perfreview.rule.Cost;
import dev.perfreview.rule.Evidence;
import dev.perfreview.rule.Finding;
import dev.perfreview.syntax.SyntaxNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A dict or set that a loop makes anew to add to it: {@code d = {**d, key: value}}, {@code s = s | {x}}. */
final class RebuiltCollection {

  private RebuiltCollection() {}

  /** What is wrong with an assignment. */
  static Optional<Finding> find(SyntaxNode assignment, PythonModel model) {
    SyntaxNode target = assignment.field("left");
    SyntaxNode value = assignment.field("right");
    if (target == null || value == null || !target.isAny("identifier", "attribute") || !keeps(value, target)) {
      return Optional.empty();
    }
    PythonType type = model.types().typeOf(target);
    Variable variable = type.isAny("dict", "set", "frozenset") ? model.types().variableOf(target) : null;
    SyntaxNode loop = variable == null ? null : growingLoop(assignment, variable);
    return loop == null
      ? Optional.empty()
      : Optional.of(
          Finding.at(
            assignment,
            "`%s` copies all that is in it already in each turn of the loop: add to it in place".formatted(
              ShortText.of(assignment)
            )
          )
            .withCost(Cost.SUPERLINEAR)
            .withHeatAt(loop)
            .withEvidence(Evidence.at(head(loop), "the loop that makes it anew"))
        );
  }

  private static boolean keeps(SyntaxNode value, SyntaxNode target) {
    MethodCall call = MethodCall.of(value);
    if (call != null) {
      return call.name().equals("union") && call.object().textIs(target.text());
    }
    return switch (value.kind()) {
      case "binary_operator" -> {
        SyntaxNode left = value.field("left");
        SyntaxNode operator = value.field("operator");
        yield left != null && operator != null && operator.textIs("|") && left.textIs(target.text());
      }
      case "dictionary" -> value
        .namedChildren()
        .stream()
        .anyMatch(child -> child.is("dictionary_splat") && child.text().substring(2).strip().equals(target.text()));
      default -> false;
    };
  }

  private static @Nullable SyntaxNode growingLoop(SyntaxNode assignment, Variable variable) {
    for (SyntaxNode loop : Loops.around(assignment)) {
      for (Binding binding : variable.bindings()) {
        if (loop.contains(binding.target()) && !assignment.contains(binding.target())) {
          return null;
        }
      }
      if (!Loops.isShort(loop) && !Loops.keepsAlive(loop)) {
        return loop;
      }
    }
    return null;
  }

  private static SyntaxNode head(SyntaxNode loop) {
    SyntaxNode right = loop.field(loop.is("for_statement") ? "right" : "condition");
    return right == null ? loop : right;
  }
}
