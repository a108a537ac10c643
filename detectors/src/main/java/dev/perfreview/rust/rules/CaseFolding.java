package dev.perfreview.rust.rules;

import dev.perfreview.rust.Binding;
import dev.perfreview.rust.Calls;
import dev.perfreview.rust.Macros;
import dev.perfreview.rust.RustModel;
import dev.perfreview.rust.RustType;
import dev.perfreview.syntax.SyntaxNode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Text put into one case for nothing but comparisons with constants, which {@code eq_ignore_ascii_case} does in place:
 * {@code name.to_lowercase() == "host"}, and a variable that is only used so.
 */
final class CaseFolding {

  private static final Set<String> FOLDS = Set.of(
    "to_ascii_lowercase",
    "to_ascii_uppercase",
    "to_lowercase",
    "to_uppercase"
  );

  private static final Set<String> ENDS = Set.of("ends_with", "starts_with");

  /** How many constants a text may be compared with before folding it once is the clearer code. */
  private static final int MOST_CONSTANTS = 8;

  private CaseFolding() {}

  /** Whether a call makes a text of one case that is only compared. */
  static boolean isForComparison(SyntaxNode call, RustModel model) {
    String name = call.is("call_expression") ? Calls.nameOf(call) : null;
    SyntaxNode receiver = name != null && FOLDS.contains(name) ? Calls.receiverOf(call) : null;
    if (receiver == null || !Calls.argumentsOf(call).isEmpty()) {
      return false;
    }
    RustType type = model.typeOf(receiver);
    if (type == null || !type.isText()) {
      return false;
    }
    SyntaxNode parent = call.parent();
    if (parent != null && parent.is("let_declaration") && "value".equals(call.fieldName())) {
      return isOnlyCompared(parent, model);
    }
    return isCompared(call);
  }

  private static boolean isOnlyCompared(SyntaxNode let, RustModel model) {
    SyntaxNode name = let.field("pattern");
    SyntaxNode block = let.parent();
    if (name == null || block == null || !name.is("identifier")) {
      return false;
    }
    int uses = 0;
    for (SyntaxNode node : block.descendants()) {
      if (node.index() < let.index() || let.contains(node) || !mentions(node, name.text())) {
        continue;
      }
      boolean inMacro = node.parent() != null && node.parent().is("token_tree");
      Binding binding = inMacro ? null : model.bindingOf(node);
      if (binding != null && binding.declaration().index() != let.index()) {
        continue;
      }
      if (!(inMacro ? isMatched(node) : isCompared(node))) {
        return false;
      }
      uses++;
    }
    return uses > 0;
  }

  private static boolean mentions(SyntaxNode node, String name) {
    boolean inFormat = node.is("string_content") && node.text().contains("{" + name);
    return inFormat || (node.isAny("identifier", "shorthand_field_identifier") && node.textIs(name));
  }

  /** {@code text == "x"}, {@code text.starts_with("x")}, {@code match text.as_str() { "x" => … }}. */
  private static boolean isCompared(SyntaxNode text) {
    SyntaxNode parent = text.parent();
    if (parent == null) {
      return false;
    }
    if (parent.is("binary_expression")) {
      SyntaxNode operator = parent.field("operator");
      SyntaxNode other = parent.field("left".equals(text.fieldName()) ? "right" : "left");
      return operator != null && operator.isAny("==", "!=") && other != null && isConstant(other);
    }
    SyntaxNode call = Calls.methodCallOn(text);
    String method = call == null ? null : Calls.nameOf(call);
    if (call == null || method == null) {
      return false;
    }
    List<SyntaxNode> arguments = Calls.argumentsOf(call);
    if (ENDS.contains(method)) {
      return arguments.size() == 1 && isConstant(arguments.getFirst());
    }
    SyntaxNode match = call.parent();
    return (
      method.equals("as_str") && match != null && match.is("match_expression") && hasOnlyConstants(match.field("body"))
    );
  }

  /** Whether the arms of a match are a few texts, and one without a name for all others. */
  private static boolean hasOnlyConstants(@Nullable SyntaxNode arms) {
    if (arms == null) {
      return false;
    }
    int constants = 0;
    for (SyntaxNode arm : arms.namedChildren()) {
      SyntaxNode pattern = arm.is("match_arm") ? arm.field("pattern") : null;
      if (pattern == null) {
        continue;
      }
      for (SyntaxNode part : pattern.descendants()) {
        if (part.is("string_literal")) {
          constants++;
        } else if (part.isAny("identifier", "captured_pattern", "range_pattern", "scoped_identifier")) {
          return false;
        }
      }
    }
    return constants > 0 && constants <= MOST_CONSTANTS;
  }

  /** {@code matches!(text.as_str(), "x" | "y")}, given the token of the text. */
  private static boolean isMatched(SyntaxNode text) {
    SyntaxNode tokens = text.parent();
    SyntaxNode macro = tokens == null ? null : tokens.parent();
    if (tokens == null || macro == null || !macro.is("macro_invocation") || !"matches".equals(Macros.nameOf(macro))) {
      return false;
    }
    List<SyntaxNode> parts = tokens.children();
    boolean first =
      parts.size() > 6 && parts.get(1).equals(text) && parts.get(3).textIs("as_str") && parts.get(5).is(",");
    return (
      first &&
      parts
        .subList(6, parts.size() - 1)
        .stream()
        .allMatch(part -> part.isAny("string_literal", "|", ","))
    );
  }

  private static boolean isConstant(SyntaxNode node) {
    return (
      node.is("string_literal") &&
      node
        .text()
        .chars()
        .allMatch(unit -> unit < 128)
    );
  }
}
