package dev.perfreview.rust.rules;

import dev.perfreview.rule.Cost;
import dev.perfreview.rule.Evidence;
import dev.perfreview.rule.Finding;
import dev.perfreview.rule.Fix;
import dev.perfreview.rule.FixAvailability;
import dev.perfreview.rule.Rule;
import dev.perfreview.rule.RuleInfo;
import dev.perfreview.rust.Amounts;
import dev.perfreview.rust.Binding;
import dev.perfreview.rust.Calls;
import dev.perfreview.rust.Comments;
import dev.perfreview.rust.Macros;
import dev.perfreview.rust.Places;
import dev.perfreview.rust.RustModel;
import dev.perfreview.rust.values.VariableUses;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxNode;
import dev.perfreview.syntax.TextEdit;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A text that is formatted into a new {@code String} on each turn of a loop, only to be lent or appended. */
public final class StringAllocInLoop implements Rule<RustModel> {

  private static final RuleInfo INFO = new RuleInfo(
    "string-alloc-in-loop",
    Language.RUST,
    "a string is allocated on each turn of a loop only to be lent or appended",
    Cost.ALLOCATION,
    FixAvailability.SOMETIMES,
    Set.of("macro_invocation")
  );

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(SyntaxNode macro, RustModel model, Consumer<Finding> findings) {
    SyntaxNode parent = macro.parent();
    if (parent == null || !"format".equals(Macros.nameOf(macro))) {
      return;
    }
    if (parent.is("reference_expression")) {
      checkAppended(macro, parent, model, findings);
    } else if (parent.is("let_declaration")) {
      checkLent(macro, parent, model, findings);
    }
  }

  /** {@code text.push_str(&format!(…))}. */
  private static void checkAppended(SyntaxNode macro, SyntaxNode borrow, RustModel model, Consumer<Finding> findings) {
    SyntaxNode call = Calls.callTaking(borrow);
    SyntaxNode text = call == null ? null : Calls.receiverOf(call);
    SyntaxNode loop = call == null ? null : model.loopAround(call);
    if (call == null || text == null || loop == null || !"push_str".equals(Calls.nameOf(call))) {
      return;
    }
    String message =
      "`format!` allocates a string on each turn of the loop, which is copied and dropped; `write!` appends to the text itself";
    // What is appended is copied in any case: a short piece more on each turn is not what makes the loop hot.
    findings.accept(
      Finding.at(macro, message)
        .withHeatAt(loop)
        .withCertainty(Amounts.ofTurnsAround(call, model))
        .withFix(fix(macro, call, text))
    );
  }

  /** {@code let key = format!(…);} that is only looked at. */
  private static void checkLent(SyntaxNode macro, SyntaxNode let, RustModel model, Consumer<Finding> findings) {
    SyntaxNode name = let.field("pattern");
    SyntaxNode loop = name == null || !name.is("identifier") ? null : model.loopAround(let);
    SyntaxNode body = loop == null ? null : loop.field("body");
    SyntaxNode iterated = loop == null ? null : loop.field("value");
    boolean few = iterated != null && iterated.is("array_expression");
    if (name == null || body == null || few || waits(body)) {
      return;
    }
    VariableUses uses = VariableUses.of(new Binding(name, name, let), model);
    boolean lent =
      uses != null &&
      uses.areReads() &&
      uses
        .all()
        .stream()
        .allMatch(use -> isLent(use.mention()) && !isCopiedIntoFresh(use.mention(), body, model));
    if (uses == null || !lent) {
      return;
    }
    String message =
      "`" +
      name.text() +
      "` is a new string on each turn of the loop and only lent; a buffer that is cleared and written to keeps its memory";
    findings.accept(
      Finding.at(macro, message)
        .withCertainty(Amounts.ofTurnsAround(let, model))
        .withEvidence(Evidence.at(uses.all().getLast().mention(), "only lent"))
    );
  }

  /** Whether a mention lends the text to a call, not to a macro that prints it. */
  private static boolean isLent(SyntaxNode mention) {
    SyntaxNode borrow = mention.parent();
    return (
      (borrow != null && borrow.is("reference_expression") && Calls.callTaking(borrow) != null) ||
      Calls.methodCallOn(mention) != null
    );
  }

  /** Whether the text goes into a buffer that the same turn makes, so that it allocates anyway: a header before its body. */
  private static boolean isCopiedIntoFresh(SyntaxNode mention, SyntaxNode body, RustModel model) {
    for (SyntaxNode outer : mention.ancestors()) {
      if (outer.equals(body)) {
        break;
      }
      SyntaxNode receiver = outer.is("call_expression") ? Calls.receiverOf(outer) : null;
      Binding buffer = receiver != null && receiver.is("identifier") ? model.bindingOf(receiver) : null;
      if (
        receiver != null && buffer != null && body.contains(buffer.declaration()) && !receiver.textIs(mention.text())
      ) {
        return true;
      }
    }
    return false;
  }

  private static boolean waits(SyntaxNode body) {
    return body.streamDescendants().anyMatch(node -> node.is("await_expression"));
  }

  private static @Nullable Fix fix(SyntaxNode macro, SyntaxNode call, SyntaxNode text) {
    SyntaxNode tokens = macro.firstChild("token_tree");
    SyntaxNode statement = call.parent();
    boolean alone = statement != null && statement.is("expression_statement") && !Comments.areIn(statement);
    if (tokens == null || !alone || Places.rootOf(text) == null || tokens.text().contains(text.text())) {
      return null;
    }
    String arguments = tokens.text().substring(1);
    String title = "Append with `write!`, which needs `use std::fmt::Write`";
    return Fix.unsafe(title, TextEdit.replace(call, "let _ = write!(" + text.text() + ", " + arguments));
  }
}
