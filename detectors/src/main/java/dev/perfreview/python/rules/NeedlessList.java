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

/** A collection that is built only to be read once in passing and thrown away. */
public final class NeedlessList implements Rule<PythonModel> {

  private static final RuleInfo INFO = new RuleInfo(
    "needless-list",
    Language.PYTHON,
    "a list that is built only to be read once and thrown away",
    Cost.ALLOCATION,
    FixAvailability.SOMETIMES,
    Set.of("call", "list_comprehension", "attribute", "return_statement")
  ).about(Concern.ALLOCATION, Concern.COPY);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(SyntaxNode node, PythonModel model, Consumer<Finding> findings) {
    Optional<Finding> found = switch (node.kind()) {
      case "list_comprehension" -> NeedlessComprehension.find(node, model).or(() ->
        MaterialisedStream.find(node, model)
      );
      case "attribute" -> ThrowawayGetter.ofProperty(node, model);
      case "return_statement" -> ThrowawayGetter.ofMethod(node, model);
      default -> ofCall(node, model);
    };
    found.ifPresent(findings);
  }

  private static Optional<Finding> ofCall(SyntaxNode call, PythonModel model) {
    SyntaxNode function = call.field("function");
    if (function == null) {
      return Optional.empty();
    }
    if (function.is("identifier")) {
      return function.textIs("sorted") ? ThrowawaySort.find(call, model) : NeedlessCopy.find(call, model);
    }
    SyntaxNode method = function.field("attribute");
    return method != null && method.textIs("readlines") ? NeedlessLines.find(call, model) : Optional.empty();
  }
}
