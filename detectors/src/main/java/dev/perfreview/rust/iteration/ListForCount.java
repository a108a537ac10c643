package dev.perfreview.rust.iteration;

import dev.perfreview.rule.Elsewhere;
import dev.perfreview.rule.Evidence;
import dev.perfreview.rule.Finding;
import dev.perfreview.rust.Binding;
import dev.perfreview.rust.Calls;
import dev.perfreview.rust.Comments;
import dev.perfreview.rust.RustModel;
import dev.perfreview.rust.RustType;
import dev.perfreview.rust.values.VariableUse;
import dev.perfreview.rust.values.VariableUses;
import dev.perfreview.semantics.workspace.FunctionFacts.Trait;
import dev.perfreview.semantics.workspace.FunctionPlace;
import dev.perfreview.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A call of a function that builds a whole list, which the caller only counts or asks something: {@code self.names().len()}, or {@code let
 * names = self.names();} with nothing but questions after it.
 */
public final class ListForCount {

  private static final Set<String> FOLDS = Set.of("all", "any", "count", "max", "min", "sum");

  private ListForCount() {}

  /** The finding at a call; nothing where the list is needed or it is not known how it is made. */
  public static @Nullable Finding of(SyntaxNode call, RustModel model) {
    ListUse direct = ListUse.at(call);
    SyntaxNode variable = direct == null ? variableFor(call) : null;
    if ((direct == null && variable == null) || (direct != null && !isFolded(direct))) {
      return null;
    }
    boolean loops = direct != null && direct.node().is("for_expression");
    boolean method = Calls.receiverOf(call) != null && Calls.argumentsOf(call).isEmpty();
    Evidence made = loops && !method ? null : makingOf(call, model, loops);
    String name = Calls.nameOf(call);
    if (made == null || name == null) {
      return null;
    }
    List<ListUse> uses = direct != null ? List.of(direct) : usesOf(variable, model);
    if (uses.isEmpty()) {
      return null;
    }
    String purpose = uses.size() == 1 ? uses.getFirst().purpose() : "count it and the like";
    String message =
      "`" +
      name +
      "` builds a whole list for this call, only to " +
      purpose +
      "; the values could be asked where they are";
    return Finding.at(call, message).withEvidence(made);
  }

  /** Whether a {@code function_item} does nothing but collect a list. */
  public static boolean collects(SyntaxNode function, RustModel model) {
    return collectedBy(function, model) != null;
  }

  /** The variable that is nothing but what a call gives. */
  private static @Nullable SyntaxNode variableFor(SyntaxNode call) {
    SyntaxNode let = call.parent();
    SyntaxNode name = let == null || !let.is("let_declaration") ? null : let.field("pattern");
    boolean plain = let != null && name != null && name.is("identifier") && let.firstChild("mutable_specifier") == null;
    return plain ? name : null;
  }

  /** What a variable's list is asked; nothing when something else is done with it, too. */
  private static List<ListUse> usesOf(@Nullable SyntaxNode variable, RustModel model) {
    SyntaxNode let = variable == null ? null : variable.parent();
    VariableUses uses =
      variable == null || let == null ? null : VariableUses.of(new Binding(variable, variable, let), model);
    List<ListUse> found = new ArrayList<>();
    for (VariableUse use : uses == null ? List.<VariableUse>of() : uses.all()) {
      ListUse of = ListUse.at(use.mention());
      if (of == null || of.node().is("for_expression") || !isFolded(of)) {
        return List.of();
      }
      found.add(of);
    }
    return found;
  }

  /** Where the list is built; nothing when the function does anything else. What a loop goes over in another file may be locked there. */
  private static @Nullable Evidence makingOf(SyntaxNode call, RustModel model, boolean loops) {
    SyntaxNode function = model.functionCalled(call);
    if (function != null) {
      SyntaxNode collect = collectedBy(function, model);
      return collect == null ? null : Evidence.at(collect, "builds the list");
    }
    List<FunctionPlace> elsewhere = loops ? List.of() : model.functionsCalledElsewhere(call);
    FunctionPlace target = elsewhere.size() == 1 ? elsewhere.getFirst() : null;
    return target == null || !target.function().is(Trait.COLLECTS)
      ? null
      : new Evidence(
          call.range(),
          "`" + target.function().simpleName() + "` builds the list",
          new Elsewhere(target.file().path(), target.function().line())
        );
  }

  /** Whether nothing of the list is left when its use is over. */
  private static boolean isFolded(ListUse use) {
    SyntaxNode node = use.node();
    if (node.is("for_expression")) {
      SyntaxNode body = node.field("body");
      // What is iterated in place stays borrowed, or locked, in the loop.
      return body != null && body.streamDescendants().noneMatch(inner -> inner.isAny("await_expression", "self"));
    }
    if (use.replacement() != null) {
      return true;
    }
    SyntaxNode last = node;
    for (SyntaxNode next = Calls.methodCallOn(node); next != null; next = Calls.methodCallOn(next)) {
      last = next;
      if (FOLDS.contains(String.valueOf(Calls.nameOf(next)))) {
        return true;
      }
    }
    return FOLDS.contains(String.valueOf(Calls.nameOf(last)));
  }

  /** The {@code collect} that is all that a function with a list as its result does. */
  private static @Nullable SyntaxNode collectedBy(SyntaxNode function, RustModel model) {
    SyntaxNode returned = function.field("return_type");
    SyntaxNode body = function.field("body");
    List<SyntaxNode> statements = body == null ? List.of() : Comments.without(body.namedChildren());
    RustType type = returned == null || statements.size() != 1 ? null : model.typeWritten(returned);
    if (type == null || !type.is("std::vec::Vec")) {
      return null;
    }
    SyntaxNode last = statements.getFirst();
    SyntaxNode iterated =
      last.is("call_expression") && "collect".equals(Calls.nameOf(last)) ? Calls.receiverOf(last) : null;
    return iterated != null && Chains.isPure(iterated) ? Calls.nameNodeOf(last) : null;
  }
}
