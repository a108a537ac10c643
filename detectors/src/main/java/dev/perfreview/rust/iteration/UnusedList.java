package dev.perfreview.rust.iteration;

import dev.perfreview.rule.Evidence;
import dev.perfreview.rule.Finding;
import dev.perfreview.rule.Fix;
import dev.perfreview.rust.Binding;
import dev.perfreview.rust.Calls;
import dev.perfreview.rust.Comments;
import dev.perfreview.rust.RustModel;
import dev.perfreview.rust.values.VariableUses;
import dev.perfreview.syntax.SyntaxNode;
import dev.perfreview.syntax.TextEdit;
import dev.perfreview.syntax.TextRange;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A list that is collected only to be iterated over, counted or asked for one element, which the iterator could do itself. */
public final class UnusedList {

  /** Methods of what a list's {@code iter} gives that an iterator need not have. */
  private static final Set<String> NEEDS_LIST = Set.of(
    "as_slice",
    "cycle",
    "is_sorted",
    "len",
    "next_back",
    "rev",
    "rfind",
    "rposition",
    "sorted",
    "zip"
  );

  private UnusedList() {}

  /** The finding at a {@code collect()}; nothing where the list is needed or that cannot be told. */
  public static @Nullable Finding of(CollectedList list, RustModel model) {
    SyntaxNode parent = list.call().parent();
    boolean bound = parent != null && parent.is("let_declaration");
    ListUse use = bound && parent != null ? onlyUse(parent, model) : ListUse.at(list.call());
    if (use == null || needsList(use.node()) || !Chains.isPure(list.iterated())) {
      return null;
    }
    SyntaxNode user = use.node().is("for_expression") ? use.node() : Chains.userOf(use.node());
    boolean iterates = use.purpose().startsWith("iterate");
    if (user == null || (iterates && (waits(user) || SourceChanges.mayHoldLock(list.iterated(), model)))) {
      return null;
    }
    if (!SourceChanges.areNone(list.iterated(), user.end(), model)) {
      return null;
    }
    SyntaxNode name = Calls.nameNodeOf(list.call());
    if (name == null) {
      return null;
    }
    String message = "this `collect` allocates a list only to " + use.purpose() + ", which the iterator can do itself";
    Finding finding = Finding.at(name, message);
    return bound
      ? finding.withEvidence(
          Evidence.at(use.node().is("for_expression") ? use.node().children().getFirst() : use.node(), "the only use")
        )
      : finding.withFix(fix(list, use));
  }

  /** The only use of a variable, where that comes at most once for each time that the variable is made. */
  private static @Nullable ListUse onlyUse(SyntaxNode let, RustModel model) {
    SyntaxNode name = let.field("pattern");
    if (name == null || !name.is("identifier") || let.firstChild("mutable_specifier") != null) {
      return null;
    }
    VariableUses uses = VariableUses.of(new Binding(name, name, let), model);
    if (uses == null || uses.all().size() != 1) {
      return null;
    }
    SyntaxNode mention = uses.all().getFirst().mention();
    ListUse use = ListUse.at(mention);
    return use == null || isRepeated(mention, use.node(), uses.scope()) ? null : use;
  }

  private static boolean isRepeated(SyntaxNode mention, SyntaxNode use, SyntaxNode scope) {
    for (SyntaxNode outer : mention.ancestors()) {
      if (outer.equals(scope)) {
        return false;
      }
      boolean repeats = outer.isAny("for_expression", "while_expression", "loop_expression") && !outer.equals(use);
      if (repeats || outer.isAny("closure_expression", "async_block")) {
        return true;
      }
    }
    return true;
  }

  /** Whether what follows needs to know the length or go backwards. */
  private static boolean needsList(SyntaxNode use) {
    SyntaxNode next = use.is("call_expression") ? Calls.methodCallOn(use) : null;
    while (next != null) {
      if (NEEDS_LIST.contains(String.valueOf(Calls.nameOf(next)))) {
        return true;
      }
      next = Calls.methodCallOn(next);
    }
    return false;
  }

  private static boolean waits(SyntaxNode user) {
    return user.streamDescendants().anyMatch(node -> node.is("await_expression"));
  }

  private static @Nullable Fix fix(CollectedList list, ListUse use) {
    String replacement = use.replacement();
    SyntaxNode call = use.node();
    if (replacement == null || !call.is("call_expression") || Comments.areIn(call)) {
      return null;
    }
    String title = "Ask the iterator: `" + replacement + "`";
    return Fix.safe(title, new TextEdit(new TextRange(list.iterated().end(), call.end()), "." + replacement));
  }
}
