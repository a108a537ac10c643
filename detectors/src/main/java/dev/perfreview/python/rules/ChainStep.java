package dev.perfreview.python.rules;

import dev.perfreview.rule.Elsewhere;
import dev.perfreview.rule.Evidence;
import dev.perfreview.semantics.workspace.Chain;
import dev.perfreview.syntax.SyntaxNode;

/** A step on the way from a call through functions of the workspace, as findings show it. */
final class ChainStep {

  private ChainStep() {}

  /**
   * The evidence for one step.
   *
   * @param code where the way starts
   */
  static Evidence of(Chain.Link link, SyntaxNode code) {
    return new Evidence(
      code.range(),
      "`%s` calls `%s`".formatted(link.function().function().name(), link.next()),
      new Elsewhere(link.function().file().path(), link.line())
    );
  }
}
