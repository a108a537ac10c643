package dev.perfreview.rust.rules;

import dev.perfreview.rule.Certainty;
import dev.perfreview.rule.Concern;
import dev.perfreview.rule.Cost;
import dev.perfreview.rule.Finding;
import dev.perfreview.rule.FixAvailability;
import dev.perfreview.rule.Rule;
import dev.perfreview.rule.RuleInfo;
import dev.perfreview.rust.Calls;
import dev.perfreview.rust.Comments;
import dev.perfreview.rust.RustModel;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxNode;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Numbers turned into bytes one by one, though a slice of them can be copied at once. */
public final class BulkOperationByElement implements Rule<RustModel> {

  private static final RuleInfo INFO = new RuleInfo(
    "bulk-operation-by-element",
    Language.RUST,
    "numbers are turned into bytes one by one instead of slice by slice",
    Cost.OVERHEAD,
    FixAvailability.NONE,
    Set.of("call_expression")
  ).about(Concern.COPY);

  private static final Set<String> CONVERSIONS = Set.of("to_be_bytes", "to_le_bytes", "to_ne_bytes");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(SyntaxNode call, RustModel model, Consumer<Finding> findings) {
    switch (String.valueOf(Calls.nameOf(call))) {
      case "flat_map" -> {
        ElementSource source = ElementSource.of(Calls.receiverOf(call), model);
        if (source != ElementSource.SEQUENCE) {
          checkChain(call, source, findings);
        }
      }
      case "extend", "extend_from_slice" -> checkLoop(call, model, findings);
      default -> {
      }
    }
  }

  /** {@code values.iter().flat_map(|value| value.to_le_bytes()).collect()}. */
  private static void checkChain(SyntaxNode call, ElementSource source, Consumer<Finding> findings) {
    List<SyntaxNode> arguments = Calls.argumentsOf(call);
    SyntaxNode closure =
      arguments.size() == 1 && arguments.getFirst().is("closure_expression") ? arguments.getFirst() : null;
    SyntaxNode parameters = closure == null ? null : closure.field("parameters");
    SyntaxNode body = closure == null ? null : closure.field("body");
    SyntaxNode next = Calls.methodCallOn(call);
    boolean collected = next != null && "collect".equals(Calls.nameOf(next));
    SyntaxNode taking = Calls.callTaking(call);
    boolean appended = taking != null && "extend".equals(Calls.nameOf(taking));
    if (parameters == null || body == null || !(collected || appended) || parameters.namedChildren().size() != 1) {
      return;
    }
    SyntaxNode converted = convertedBy(body);
    boolean own = converted != null && parameters.namedChildren().getFirst().text().endsWith(converted.text());
    SyntaxNode name = Calls.nameNodeOf(call);
    if (own && name != null && !isFallback(call)) {
      String message =
        "`flat_map` over `%s` stores byte by byte unless it goes over a slice; append the bytes of each element, or copy a slice as bytes".formatted(
          Calls.nameOf(body)
        );
      Certainty certainty = source == ElementSource.PICKED ? Certainty.SHOWN : Certainty.PRESUMED;
      findings.accept(Finding.at(name, message).withCertainty(certainty));
    }
  }

  /**
   * {@code for value in values { bytes.extend_from_slice(&value.to_le_bytes()); }}. What goes round within another loop is a piece of
   * something, a block of tokens or the items of one request: too short to matter.
   */
  private static void checkLoop(SyntaxNode call, RustModel model, Consumer<Finding> findings) {
    SyntaxNode statement = call.parent();
    SyntaxNode block = statement == null ? null : statement.parent();
    SyntaxNode loop = block == null ? null : block.parent();
    List<SyntaxNode> arguments = Calls.argumentsOf(call);
    if (block == null || loop == null || !loop.is("for_expression") || arguments.size() != 1) {
      return;
    }
    SyntaxNode value = arguments.getFirst().is("reference_expression")
      ? arguments.getFirst().field("value")
      : arguments.getFirst();
    SyntaxNode converted = value == null ? null : convertedBy(value);
    SyntaxNode pattern = loop.field("pattern");
    boolean only = Comments.without(block.namedChildren()).size() == 1;
    boolean own = converted != null && pattern != null && pattern.text().endsWith(converted.text());
    if (only && own && value != null && !isFallback(call) && model.loopAround(loop) == null) {
      String message =
        "`%s` looks for room for the few bytes of each element; write into chunks of a buffer made once, or copy the slice as bytes".formatted(
          Calls.nameOf(call)
        );
      // That there are many elements is only presumed.
      findings.accept(Finding.at(call, message).withCertainty(Certainty.PRESUMED).withHeatAt(loop));
    }
  }

  /** What is turned into bytes by an expression; nothing when it does anything else. */
  private static @Nullable SyntaxNode convertedBy(SyntaxNode expression) {
    SyntaxNode receiver = expression.is("call_expression") ? Calls.receiverOf(expression) : null;
    boolean converts = receiver != null && CONVERSIONS.contains(String.valueOf(Calls.nameOf(expression)));
    return receiver != null && converts && receiver.is("identifier") ? receiver : null;
  }

  /** Whether the place is the way out for machines, or values, that cannot be copied at once. */
  private static boolean isFallback(SyntaxNode node) {
    SyntaxNode child = node;
    for (SyntaxNode outer : node.ancestors()) {
      SyntaxNode before = child.previousSibling();
      if (before != null && before.is("attribute_item") && before.text().contains("target_endian")) {
        return true;
      }
      SyntaxNode condition = outer.is("if_expression") ? outer.field("condition") : null;
      if (condition != null && "alternative".equals(child.fieldName()) && condition.text().contains("as_slice")) {
        return true;
      }
      if (outer.is("match_arm") && isNothing(outer)) {
        return true;
      }
      child = outer;
    }
    return false;
  }

  private static boolean isNothing(SyntaxNode arm) {
    SyntaxNode pattern = arm.field("pattern");
    return pattern != null && (pattern.textIs("None") || pattern.textIs("_"));
  }
}
