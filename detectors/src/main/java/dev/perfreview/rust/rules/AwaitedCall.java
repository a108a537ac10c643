package dev.perfreview.rust.rules;

import dev.perfreview.rust.Calls;
import dev.perfreview.syntax.SyntaxNode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The call whose future an {@code .await} waits for, without what only wraps the future. */
final class AwaitedCall {

  private static final Set<String> WRAPPERS = Set.of(
    "boxed",
    "boxed_local",
    "in_current_span",
    "instrument",
    "map_err"
  );

  private AwaitedCall() {}

  /** The call; nothing where a variable is awaited. */
  static @Nullable SyntaxNode of(SyntaxNode await) {
    SyntaxNode node = await.namedChildren().getFirst();
    while (node.is("call_expression")) {
      String name = Calls.nameOf(node);
      SyntaxNode receiver = Calls.receiverOf(node);
      List<SyntaxNode> arguments = Calls.argumentsOf(node);
      if (name != null && receiver != null && WRAPPERS.contains(name)) {
        node = receiver;
      } else if (name != null && (name.equals("timeout") || name.equals("timeout_at")) && arguments.size() == 2) {
        node = arguments.getLast();
      } else {
        return node;
      }
    }
    return null;
  }
}
