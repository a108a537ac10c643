package dev.perfreview.python;

import dev.perfreview.syntax.SyntaxNode;
import dev.perfreview.syntax.SyntaxSnapshot;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was worked out for nodes of one file, so that it is worked out once however many rules ask.
 *
 * @param <T> the answers
 */
final class NodeMemo<T> {

  private final @Nullable Object[] answers;

  /** Remembers nothing yet. */
  NodeMemo(SyntaxSnapshot syntax) {
    answers = new Object[syntax.size()];
  }

  /**
   * The answer for a node.
   *
   * @param work works it out, nothing being an answer too; always the same for one memo
   */
  // Only answers of `work` and this memo itself, which stands for nothing, are put in.
  @SuppressWarnings("unchecked")
  @Nullable
  T get(SyntaxNode node, Function<SyntaxNode, @Nullable T> work) {
    Object known = answers[node.index()];
    if (known == null) {
      T answer = work.apply(node);
      answers[node.index()] = answer == null ? this : answer;
      return answer;
    }
    return known == this ? null : (T) known;
  }
}
