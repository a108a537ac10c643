package dev.perfreview.python.rules;

import dev.perfreview.python.Arguments;
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

/** Something that is meant to be made once made on each request, step or turn. */
public final class ConstructPerCall implements Rule<PythonModel> {

  private static final RuleInfo INFO = new RuleInfo(
    "construct-per-call",
    Language.PYTHON,
    "something meant to be made once made on each call",
    Cost.OVERHEAD,
    FixAvailability.NONE,
    Set.of("call", "attribute", "decorated_definition")
  ).about(Concern.ALLOCATION);

  /** Methods and properties of tokenizers that build a dictionary or list of thousands of entries each time. */
  private static final Set<String> VOCABULARIES = Set.of("get_vocab", "get_added_vocab");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(SyntaxNode node, PythonModel model, Consumer<Finding> findings) {
    switch (node.kind()) {
      case "call" -> construction(node, model).ifPresent(findings);
      case "attribute" -> specialTokens(node).ifPresent(findings);
      default -> WrappingProperty.in(node, model).ifPresent(findings);
    }
  }

  private static Optional<Finding> construction(SyntaxNode call, PythonModel model) {
    SyntaxNode function = call.field("function");
    SyntaxNode method = function == null ? null : function.field("attribute");
    if (function == null || !function.isAny("identifier", "attribute")) {
      return Optional.empty();
    }
    if (method != null && VOCABULARIES.contains(method.text()) && Arguments.of(call).count() == 0) {
      return vocabulary(call, function, model);
    }
    if (EnvironmentReading.isOne(function, model)) {
      return EnvironmentReading.finding(call, model);
    }
    String name = model.names().of(function);
    return (name == null ? Optional.<String>empty() : PerCallConstruction.of(name))
      .filter(does -> !KeptObject.isMadeByMaker(call, model) && !KeptObject.escapes(call, model))
      .map(does ->
        Finding.at(call, "`%s` %s on each call: make it once and keep it".formatted(CodeSummary.of(function), does))
      );
  }

  private static Optional<Finding> vocabulary(SyntaxNode call, SyntaxNode function, PythonModel model) {
    boolean repeats = RepeatedExpression.isInLoopWithout(call, function.field("object"));
    return repeats || (!KeptObject.isMadeByMaker(call, model) && !KeptObject.escapes(call, model))
      ? Optional.of(
          Finding.at(
            call,
            "`%s` builds a dictionary of the vocabulary on each %s".formatted(
              CodeSummary.of(call),
              repeats ? "turn of the loop" : "call"
            )
          )
        )
      : Optional.empty();
  }

  private static Optional<Finding> specialTokens(SyntaxNode attribute) {
    SyntaxNode name = attribute.field("attribute");
    return name != null &&
      (name.textIs("all_special_tokens") || name.textIs("all_special_ids")) &&
      RepeatedExpression.isInLoopWithout(attribute, attribute.field("object"))
      ? Optional.of(
          Finding.at(attribute, "`%s` builds its list on each turn of the loop".formatted(CodeSummary.of(attribute)))
        )
      : Optional.empty();
  }
}
