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
import java.util.Set;
import java.util.function.Consumer;

/** Objects turned into text or bytes and back more often, or by slower means, than the path that they are on can bear. */
public final class PerEventSerialization implements Rule<PythonModel> {

  private static final RuleInfo INFO = new RuleInfo(
    "per-event-serialization",
    Language.PYTHON,
    "serialisation per chunk, request or event that could be done once, faster or not at all",
    Cost.OVERHEAD,
    FixAvailability.NONE,
    Set.of("call", "function_definition")
  ).about(Concern.SERIALIZATION);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(SyntaxNode node, PythonModel model, Consumer<Finding> findings) {
    SyntaxNode function = node.field("function");
    if (node.is("function_definition")) {
      StreamedChunks.in(node, model).ifPresent(findings);
    } else if (function != null) {
      SerializationRoundTrip.of(node, function, model)
        .or(() -> Serialization.of(node, model).flatMap(found -> RepeatedSerialization.of(found, model)))
        .or(() -> StandardJson.of(node, function, model))
        .ifPresent(findings);
    }
  }
}
