package dev.perfreview.rust.copies;

import dev.perfreview.rule.Finding;
import dev.perfreview.rule.Fix;
import dev.perfreview.rust.Calls;
import dev.perfreview.rust.Comments;
import dev.perfreview.rust.RustModel;
import dev.perfreview.syntax.SyntaxNode;
import dev.perfreview.syntax.TextEdit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A copy in an argument that is evaluated even when the method has no use for it: {@code unwrap_or(x.clone())}. */
final class EagerCopy {

  /** Methods that may not need their last argument, with those that take a closure instead. */
  private static final Map<String, String> LAZY = Map.of(
    "get_or_insert",
    "get_or_insert_with",
    "or_insert",
    "or_insert_with",
    "resize",
    "resize_with",
    "then_some",
    "then",
    "unwrap_or",
    "unwrap_or_else"
  );

  private EagerCopy() {}

  static @Nullable Finding of(ClonedValue copy, RustModel model) {
    SyntaxNode argument = argumentWith(copy.call());
    SyntaxNode call = argument == null ? null : Calls.callTaking(argument);
    String method = call == null ? null : Calls.nameOf(call);
    String lazy = method == null ? null : LAZY.get(method);
    if (argument == null || call == null || method == null || lazy == null || Calls.receiverOf(call) == null) {
      return null;
    }
    List<SyntaxNode> arguments = Calls.argumentsOf(call);
    if (!arguments.getLast().equals(argument) || !copy.allocates(model)) {
      return null;
    }
    String message =
      copy.subject() +
      " is made on each call, also when `" +
      method +
      "` has no use for it; `" +
      lazy +
      "` makes it only then";
    return Finding.at(copy.call(), message).withFix(fix(call, argument, lazy));
  }

  /** The argument that the copy is, or that hands the copy on. */
  private static @Nullable SyntaxNode argumentWith(SyntaxNode copy) {
    SyntaxNode node = copy;
    while (true) {
      SyntaxNode next = Calls.methodCallOn(node);
      String name = next == null ? null : Calls.nameOf(next);
      if (next == null || name == null || !name.startsWith("unwrap_or")) {
        return Calls.callTaking(node) == null ? null : node;
      }
      node = next;
    }
  }

  private static @Nullable Fix fix(SyntaxNode call, SyntaxNode argument, String lazy) {
    SyntaxNode name = Calls.nameNodeOf(call);
    // A closure can neither leave the function nor wait.
    boolean jumps = argument
      .streamDescendants()
      .anyMatch(node -> node.isAny("try_expression", "await_expression", "return_expression"));
    return name == null || jumps || Comments.areIn(argument)
      ? null
      : Fix.unsafe(
          "Make the copy only when it is needed",
          TextEdit.replace(name, lazy),
          TextEdit.insert(argument.start(), "|| ")
        );
  }
}
