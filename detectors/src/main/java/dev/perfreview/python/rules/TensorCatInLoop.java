package dev.perfreview.python.rules;

import dev.perfreview.python.Arguments;
import dev.perfreview.python.Loops;
import dev.perfreview.python.PythonModel;
import dev.perfreview.rule.Concern;
import dev.perfreview.rule.Cost;
import dev.perfreview.rule.Finding;
import dev.perfreview.rule.FixAvailability;
import dev.perfreview.rule.Rule;
import dev.perfreview.rule.RuleInfo;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxNode;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** A tensor or array that grows by concatenation in a loop: each turn copies all of it. */
public final class TensorCatInLoop implements Rule<PythonModel> {

  private static final RuleInfo INFO = new RuleInfo(
    "tensor-cat-in-loop",
    Language.PYTHON,
    "a tensor or array that grows in a loop by `torch.cat` or `np.concatenate`, which copy all of it",
    Cost.SUPERLINEAR,
    FixAvailability.NONE,
    Set.of("assignment")
  ).about(Concern.COPY);
  /** Functions that take a sequence of what they join. */
  private static final Set<String> JOIN = Set.of(
    "torch.cat",
    "torch.concat",
    "torch.concatenate",
    "torch.hstack",
    "torch.vstack",
    "numpy.concatenate",
    "numpy.hstack",
    "numpy.vstack"
  );
  private static final String APPEND = "numpy.append";

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(SyntaxNode node, PythonModel model, Consumer<Finding> findings) {
    SyntaxNode target = node.field("left");
    SyntaxNode call = node.field("right");
    SyntaxNode function = call != null && call.is("call") ? call.field("function") : null;
    if (target == null || call == null || function == null || !target.isAny("identifier", "attribute")) {
      return;
    }
    String name = model.names().of(function);
    if (name == null || !joins(name, call, target.text())) {
      return;
    }
    for (SyntaxNode loop : Loops.around(node)) {
      if (GrowthInLoop.isUsedOtherwise(target.text(), node, loop)) {
        return;
      }
      if (!Loops.isShort(loop)) {
        findings.accept(
          Finding.at(
            node,
            "`%s` copies all of `%s` on each turn of the loop: collect the parts in a list and join them once".formatted(
              SourceQuote.of(node),
              target.text()
            )
          ).withCause("the loop at " + loop.start())
        );
        return;
      }
    }
  }

  private static boolean joins(String name, SyntaxNode call, String target) {
    SyntaxNode first = Arguments.of(call).positional(0);
    if (first == null) {
      return false;
    }
    if (name.equals(APPEND)) {
      return first.textIs(target);
    }
    return (
      JOIN.contains(name) &&
      first.isAny("list", "tuple") &&
      first
        .namedChildren()
        .stream()
        .anyMatch(part -> part.textIs(target))
    );
  }
}
