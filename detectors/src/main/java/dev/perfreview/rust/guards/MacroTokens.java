package dev.perfreview.rust.guards;

import dev.perfreview.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What can be said for certain of a macro call, whose arguments the grammar leaves as bare tokens.
 *
 * @param awaitsArguments whether the macro itself awaits what it is given ({@code select!}, {@code join!})
 * @param diverges whether the call never comes back
 * @param awaits the tokens in the arguments that await, those of async blocks left out
 * @param dropped the identifiers that stand as only argument of {@code drop}
 */
record MacroTokens(boolean awaitsArguments, boolean diverges, List<SyntaxNode> awaits, List<SyntaxNode> dropped) {
  private static final Set<String> AWAITING = Set.of("select", "select_biased", "join", "try_join");
  private static final Set<String> DIVERGING = Set.of("panic", "unreachable", "todo", "unimplemented", "bail");

  static MacroTokens of(SyntaxNode invocation) {
    SyntaxNode macro = invocation.field("macro");
    String path = macro == null ? "" : macro.text();
    String name = path.substring(path.lastIndexOf(':') + 1);
    List<SyntaxNode> awaits = new ArrayList<>();
    List<SyntaxNode> dropped = new ArrayList<>();
    SyntaxNode tokens = invocation.firstChild("token_tree");
    if (tokens != null) {
      scan(tokens, awaits, dropped);
    }
    return new MacroTokens(AWAITING.contains(name), DIVERGING.contains(name), awaits, dropped);
  }

  private static void scan(SyntaxNode tree, List<SyntaxNode> awaits, List<SyntaxNode> dropped) {
    boolean inAsync = false;
    SyntaxNode previous = null;
    for (SyntaxNode token : tree.children()) {
      if (token.is("async")) {
        inAsync = true;
      } else if (token.is("await")) {
        awaits.add(token);
      } else if (token.is("token_tree")) {
        SyntaxNode argument = onlyIdentifier(token);
        if (argument != null && previous != null && previous.textIs("drop")) {
          dropped.add(argument);
        }
        if (!(inAsync && token.text().startsWith("{"))) {
          scan(token, awaits, dropped);
        } else {
          inAsync = false;
        }
      }
      previous = token;
    }
  }

  private static @Nullable SyntaxNode onlyIdentifier(SyntaxNode tokens) {
    List<SyntaxNode> named = tokens.namedChildren();
    return named.size() == 1 && named.getFirst().is("identifier") ? named.getFirst() : null;
  }
}
