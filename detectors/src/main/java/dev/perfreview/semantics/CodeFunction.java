package dev.perfreview.semantics;

import dev.perfreview.syntax.SyntaxNode;
import org.jspecify.annotations.Nullable;

/**
 * A function, method, coroutine or named closure that the file defines.
 *
 * @param qualifiedName its name with those of the classes or {@code impl} types and functions around it, joined by a dot:
 *     {@code Scheduler.event_loop_overlap}, {@code KvRouter.find_best_match}
 * @param declaration the node of the whole definition
 * @param nameNode the node of its name
 * @param isAsync whether its body runs on an event loop
 */
public record CodeFunction(String qualifiedName, SyntaxNode declaration, SyntaxNode nameNode, boolean isAsync) {
  /** The last part of the qualified name. */
  public String simpleName() {
    return qualifiedName.substring(qualifiedName.lastIndexOf('.') + 1);
  }

  /** The qualified name's part before the simple name; nothing for a function at the top of the file. */
  public @Nullable String container() {
    int dot = qualifiedName.lastIndexOf('.');
    return dot < 0 ? null : qualifiedName.substring(0, dot);
  }
}
