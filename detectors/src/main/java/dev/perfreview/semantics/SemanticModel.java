package dev.perfreview.semantics;

import dev.perfreview.syntax.SyntaxNode;
import dev.perfreview.syntax.SyntaxSnapshot;
import java.util.List;

/**
 * What the engine asks of either language's model. Built from one snapshot, immutable to its users, used by one thread at a time
 * (it may work answers out when they are first asked for).
 */
public interface SemanticModel {
  /** The syntax that the model describes. */
  SyntaxSnapshot syntax();

  /** The functions of the file, in the order of the text, nested ones among them. */
  List<CodeFunction> functions();

  /** Where in the control flow a node stands. */
  Placement placementOf(SyntaxNode node);

  /**
   * {@link #placementOf} with what only the uses of the function around the node tell. It takes longer, and is meant for lines that there is
   * something to say of.
   */
  default Placement placementByUseOf(SyntaxNode node) {
    return placementOf(node);
  }
}
