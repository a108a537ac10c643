package dev.perfreview.rust.copies;

import dev.perfreview.rule.Evidence;
import dev.perfreview.rule.Finding;
import dev.perfreview.rust.Calls;
import dev.perfreview.rust.Comments;
import dev.perfreview.rust.RustModel;
import dev.perfreview.rust.values.SourcePlace;
import dev.perfreview.rust.values.UseKind;
import dev.perfreview.rust.values.VariableUse;
import dev.perfreview.rust.values.VariableUses;
import dev.perfreview.syntax.SyntaxNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A copy made right before a check that may leave without it, though the check could look at the original. */
final class CopyBeforeCheck {

  private CopyBeforeCheck() {}

  static @Nullable Finding of(ClonedValue copy, RustModel model) {
    CopyBinding bound = CopyBinding.of(copy);
    if (bound == null || !bound.isDirect() || !bound.declaration().is("let_declaration")) {
      return null;
    }
    SyntaxNode let = bound.declaration();
    SyntaxNode next = Statements.after(let);
    SyntaxNode text = next == null ? null : textMadeOf(next, bound.name().text());
    if (next != null && text != null) {
      bound = new CopyBinding(text, next, true);
      let = next;
      next = Statements.after(next);
    }
    SyntaxNode check = next == null ? null : Statements.expressionOf(next);
    SyntaxNode branch = check == null || !check.is("if_expression") ? null : check.field("consequence");
    SyntaxNode condition = check == null ? null : check.field("condition");
    if (check == null || branch == null || condition == null || !leaves(branch) || !copy.allocates(model)) {
      return null;
    }
    VariableUses uses = bound.uses(model);
    SourcePlace place = copy.place(model);
    boolean looked =
      uses != null &&
      uses
        .within(check)
        .stream()
        .allMatch(use -> use.kind() == UseKind.READ);
    // A condition that is not about the copy can stand before it just as well, if nothing is changed by it.
    boolean about = uses != null && !uses.within(condition).isEmpty();
    if (uses == null || place == null || !looked || !about || !isKept(uses, check)) {
      return null;
    }
    String message =
      copy.subject() + " copies the value before a check that may leave without it and could look at the original";
    return Finding.at(copy.call(), message).withEvidence(Evidence.at(condition, "the check"));
  }

  private static boolean isKept(VariableUses uses, SyntaxNode check) {
    List<VariableUse> later = uses.from(check.end());
    return check.field("alternative") == null && !later.isEmpty();
  }

  /** The variable of a {@code let} that makes text of the copied bytes without looking at them. */
  private static @Nullable SyntaxNode textMadeOf(SyntaxNode let, String bytes) {
    SyntaxNode value = let.is("let_declaration") ? let.field("value") : null;
    SyntaxNode pattern = let.field("pattern");
    if (value == null || pattern == null || !pattern.is("identifier")) {
      return null;
    }
    if (value.is("unsafe_block") && !value.namedChildren().isEmpty()) {
      List<SyntaxNode> inner = Comments.without(value.namedChildren().getFirst().namedChildren());
      value = inner.size() == 1 ? inner.getFirst() : value;
    }
    if (value.is("try_expression")) {
      value = value.namedChildren().getFirst();
    }
    String name = value.is("call_expression") ? Calls.nameOf(value) : null;
    boolean made = name != null && name.startsWith("from_utf8");
    List<SyntaxNode> arguments = made ? Calls.argumentsOf(value) : List.of();
    return arguments.size() == 1 && arguments.getFirst().textIs(bytes) ? pattern : null;
  }

  /** Whether a branch ends by leaving in the normal course; on the way out with an error a copy does not count. */
  private static boolean leaves(SyntaxNode branch) {
    List<SyntaxNode> statements = Comments.without(branch.namedChildren());
    SyntaxNode last = statements.isEmpty() ? null : Statements.expressionOf(statements.getLast());
    if (last == null || !last.isAny("return_expression", "continue_expression", "break_expression")) {
      return false;
    }
    String text = last.text();
    return !text.startsWith("return Err") && !text.contains("panic!") && !text.contains("bail!");
  }
}
