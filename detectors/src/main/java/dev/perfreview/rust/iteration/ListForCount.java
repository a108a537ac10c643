package dev.perfreview.rust.iteration;

import dev.perfreview.rule.Evidence;
import dev.perfreview.rule.Finding;
import dev.perfreview.rust.Calls;
import dev.perfreview.rust.Comments;
import dev.perfreview.rust.RustModel;
import dev.perfreview.rust.RustType;
import dev.perfreview.syntax.SyntaxNode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A call of a function of the same file that builds a whole list, which the caller only counts or goes over: {@code self.names().len()}. */
public final class ListForCount {

  private static final Set<String> FOLDS = Set.of("all", "any", "count", "max", "min", "sum");

  private ListForCount() {}

  /** The finding at a call; nothing where the list is needed or another file declares what is called. */
  public static @Nullable Finding of(SyntaxNode call, RustModel model) {
    ListUse use = ListUse.at(call);
    boolean method = Calls.receiverOf(call) != null && Calls.argumentsOf(call).isEmpty();
    if (use == null || !isFolded(use) || (use.node().is("for_expression") && !method)) {
      return null;
    }
    SyntaxNode function = model.functionCalled(call);
    SyntaxNode collect = function == null ? null : collectedBy(function, model);
    SyntaxNode name = function == null ? null : function.field("name");
    if (collect == null || name == null) {
      return null;
    }
    String message =
      "`" +
      name.text() +
      "` builds a whole list for this call, only to " +
      use.purpose() +
      "; the values could be asked where they are";
    return Finding.at(call, message).withEvidence(Evidence.at(collect, "builds the list"));
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
