package dev.perfreview.rule;

import dev.perfreview.syntax.SyntaxNode;
import dev.perfreview.syntax.TextRange;
import org.jspecify.annotations.Nullable;

/**
 * A place that shows why a finding holds, for example where the list is declared.
 *
 * @param range the place, in UTF-16 offsets; where it is in another file, the code of this one that leads there
 * @param note what is to be seen there, starting lower case
 * @param elsewhere the place in another file; nothing when it is in the same
 */
public record Evidence(TextRange range, String note, @Nullable Elsewhere elsewhere) {
  /** Evidence in the same file. */
  public Evidence(TextRange range, String note) {
    this(range, note, null);
  }

  /** Evidence at a node. */
  public static Evidence at(SyntaxNode node, String note) {
    return new Evidence(node.range(), note);
  }
}
