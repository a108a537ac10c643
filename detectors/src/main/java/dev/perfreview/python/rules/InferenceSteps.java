package dev.perfreview.python.rules;

import dev.perfreview.rule.Certainty;
import dev.perfreview.syntax.SyntaxNode;
import java.util.Set;

/** Functions that by their name are a step of inference, wherever they are. */
final class InferenceSteps {

  private static final Set<String> WORDS = Set.of(
    "forward",
    "decode",
    "prefill",
    "generate",
    "step",
    "sample",
    "schedule",
    "propose",
    "verify",
    "denoise"
  );

  private InferenceSteps() {}

  /** What a finding rests on that the code shows: one that is named for a step of inference is worth saying wherever it is. */
  static Certainty certaintyAt(SyntaxNode node) {
    return isNamedForOne(node) ? Certainty.SHOWN : Certainty.SHOWN_WHERE_HOT;
  }

  /** Whether the function around a node is named for a step of inference: {@code forward}, {@code decode_step}. */
  private static boolean isNamedForOne(SyntaxNode node) {
    SyntaxNode function = node.enclosing("function_definition");
    SyntaxNode name = function == null ? null : function.field("name");
    if (function == null || name == null) {
      return false;
    }
    SyntaxNode parameters = function.field("parameters");
    if (parameters == null || parameters.namedChildren().isEmpty()) {
      // Nothing comes in that could be inferred from: it makes data for tests or tuning.
      return false;
    }
    String text = name.text();
    String first = text.startsWith("_") ? text.substring(1) : text;
    int end = first.indexOf('_');
    boolean makesTestData = first.equals("generate_data") || first.equals("generate_inputs");
    return (WORDS.contains(end < 0 ? first : first.substring(0, end)) && !makesTestData) || first.endsWith("_step");
  }
}
