package dev.perfreview.python.rules;

import dev.perfreview.rule.Certainty;
import dev.perfreview.syntax.SyntaxNode;
import java.util.Set;
import java.util.regex.Pattern;

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

  /** What the head of a loop through the tokens of an answer mentions. */
  private static final Pattern TOKENS = Pattern.compile("range\\(.*(token|step|max|len)");

  private static final Pattern MEDIA = Pattern.compile("_(audio|image|images|video|file|bytes|base64|url)(_|$)");

  private InferenceSteps() {}

  /** What a finding rests on that the code shows: one that is named for a step of inference is worth saying wherever it is. */
  static Certainty certaintyAt(SyntaxNode node) {
    SyntaxNode function = node.enclosing("function_definition");
    if (function != null && isOutsideOfLoops(node, function) && isOfPipeline(function)) {
      return Certainty.SMALL;
    }
    if (function == null || !isNamedForOne(function)) {
      return Certainty.SHOWN_WHERE_HOT;
    }
    return isOutsideOfTokens(node, function) ? Certainty.SMALL : Certainty.SHOWN;
  }

  /**
   * Whether a function is a method of a pipeline, whose every run makes a whole picture or film by many steps of a model, or of what turns the
   * result into pixels at last: {@code WanPipeline.forward}.
   */
  private static boolean isOfPipeline(SyntaxNode function) {
    SyntaxNode owner = function.enclosing("class_definition", "function_definition");
    SyntaxNode name = owner == null || !owner.is("class_definition") ? null : owner.field("name");
    return name != null && (name.text().endsWith("Pipeline") || name.text().contains("VAE"));
  }

  private static boolean isOutsideOfLoops(SyntaxNode node, SyntaxNode function) {
    return function.equals(node.enclosing("for_statement", "while_statement", "function_definition"));
  }

  /** Whether a node runs once an answer, where the function itself goes through the tokens: what is done for the prompt is little beside them. */
  private static boolean isOutsideOfTokens(SyntaxNode node, SyntaxNode function) {
    SyntaxNode name = function.field("name");
    if (name == null || !name.text().contains("generate")) {
      return false;
    }
    return (
      isOutsideOfLoops(node, function) &&
      function
        .streamDescendants()
        .anyMatch(
          inner ->
            inner.isAny("for_statement", "while_statement") &&
            function.equals(inner.enclosing("function_definition")) &&
            isOverTokens(inner)
        )
    );
  }

  private static boolean isOverTokens(SyntaxNode loop) {
    SyntaxNode head = loop.field(loop.is("for_statement") ? "right" : "condition");
    return head != null && (loop.is("while_statement") || TOKENS.matcher(head.text()).find());
  }

  /** Whether a function is named for a step of inference: {@code forward}, {@code decode_step}. */
  private static boolean isNamedForOne(SyntaxNode function) {
    SyntaxNode name = function.field("name");
    SyntaxNode parameters = function.field("parameters");
    if (name == null || parameters == null || parameters.namedChildren().isEmpty()) {
      // Nothing comes in that could be inferred from: it makes data for tests or tuning.
      return false;
    }
    String text = name.text();
    String first = text.startsWith("_") ? text.substring(1) : text;
    int end = first.indexOf('_');
    // `decode_audio_from_file` reads what a request brings.
    boolean readsMedia = MEDIA.matcher(text).find();
    boolean makesTestData = readsMedia || first.equals("generate_data") || first.equals("generate_inputs");
    return (WORDS.contains(end < 0 ? first : first.substring(0, end)) && !makesTestData) || first.endsWith("_step");
  }
}
