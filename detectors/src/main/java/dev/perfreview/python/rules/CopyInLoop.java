package dev.perfreview.python.rules;

import dev.perfreview.python.PythonModel;
import dev.perfreview.rule.Concern;
import dev.perfreview.rule.Cost;
import dev.perfreview.rule.Finding;
import dev.perfreview.rule.FixAvailability;
import dev.perfreview.rule.Rule;
import dev.perfreview.rule.RuleInfo;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxNode;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A copy made again and again that is longer each time, deeper than it need be, or changed by nobody. */
public final class CopyInLoop implements Rule<PythonModel> {

  private static final RuleInfo INFO = new RuleInfo(
    "copy-in-loop",
    Language.PYTHON,
    "a copy made again and again that grows, goes too deep, or is changed by nobody",
    Cost.ALLOCATION,
    FixAvailability.SOMETIMES,
    Set.of("call", "subscript", "assignment")
  ).about(Concern.ALLOCATION, Concern.COPY);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(SyntaxNode node, PythonModel model, Consumer<Finding> findings) {
    Optional<Finding> found = node.is("assignment") ? RebuiltCollection.find(node, model) : ofExpression(node, model);
    found.ifPresent(findings);
  }

  private static Optional<Finding> ofExpression(SyntaxNode node, PythonModel model) {
    CopyExpression copy = CopyExpression.of(node, model);
    if (copy == null) {
      return HashedBytes.find(node, model);
    }
    return GrowingCopy.find(copy, model)
      .or(() -> WholeRowSwap.find(copy))
      .or(() -> UnchangedCopy.find(copy, model))
      .or(() -> DeepCopy.find(copy));
  }
}
