package dev.perfreview.rule;

import dev.perfreview.syntax.SyntaxNode;
import java.util.function.Consumer;

/**
 * A performance pitfall that can be recognised. Stateless: one instance serves all files on all threads.
 *
 * <p>A rule returns data and nothing else. It never chooses a severity, reads configuration, looks for suppressions or asks how hot its
 * line is: the engine does that. What it needs to know of the code beyond its node it asks the model.
 *
 * @param <M> the semantic model of the rule's language
 */
public interface Rule<M> {
  /** What the rule is; the same object at each call. */
  RuleInfo info();

  /**
   * Looks at one node of a kind in {@link RuleInfo#kinds()}.
   *
   * @param node the node
   * @param model the model of the file that the node is in
   * @param findings takes each finding, in any order
   */
  void check(SyntaxNode node, M model, Consumer<Finding> findings);
}
