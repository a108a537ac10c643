package dev.perfreview.rust.rules;

import dev.perfreview.rust.RustModel;
import dev.perfreview.semantics.CodeFunction;
import dev.perfreview.syntax.SyntaxNode;
import java.util.Set;

/** Functions whose work by their name is to make or start things, so that they run once for a long life. */
final class SetUp {

  /** Their first words. */
  private static final Set<String> MAKES = Set.of(
    "bind",
    "build",
    "connect",
    "create",
    "ensure",
    "from",
    "init",
    "initialize",
    "launch",
    "listen",
    "main",
    "make",
    "monitor",
    "new",
    "open",
    "prepare",
    "register",
    "run",
    "serve",
    "setup",
    "spawn",
    "start",
    "subscribe",
    "try",
    "watch",
    "with"
  );

  private SetUp() {}

  /** Whether a node is part of such a function, or of none. */
  static boolean holds(SyntaxNode node, RustModel model) {
    CodeFunction function = model.functionAround(node);
    if (function == null) {
      return true;
    }
    String name = function.simpleName();
    int end = name.indexOf('_', 1);
    return MAKES.contains((end < 0 ? name : name.substring(0, end)).replace("_", ""));
  }
}
