package dev.perfreview.rule;

import dev.perfreview.syntax.SyntaxNode;
import dev.perfreview.syntax.TextRange;

/**
 * A place in the same file that shows why a finding holds, for example where the list is declared.
 *
 * @param range the place, in UTF-16 offsets
 * @param note what is to be seen there, starting lower case
 */
public record Evidence(TextRange range, String note) {
  /** Evidence at a node. */
  public static Evidence at(SyntaxNode node, String note) {
    return new Evidence(node.range(), note);
  }
}
