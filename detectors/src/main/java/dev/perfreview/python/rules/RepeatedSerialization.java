package dev.perfreview.python.rules;

import dev.perfreview.python.Loops;
import dev.perfreview.python.PythonModel;
import dev.perfreview.rule.Finding;
import dev.perfreview.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;

/** A loop that serialises the same object on each of its turns. */
final class RepeatedSerialization {

  private RepeatedSerialization() {}

  /** The finding for a call in a {@code for} loop whose data no turn changes. */
  static Optional<Finding> of(Serialization found, PythonModel model) {
    List<SyntaxNode> loops = Loops.around(found.call());
    SyntaxNode loop = loops.isEmpty() ? null : loops.getFirst();
    boolean plain = found.data().is("identifier") && loop != null && loop.is("for_statement") && !Loops.isShort(loop);
    if (loop == null || !plain) {
      return Optional.empty();
    }
    // Another use of the name within the loop may change the object, whatever it looks like.
    long uses = loop
      .streamDescendants()
      .filter(node -> node.is("identifier") && node.textIs(found.data().text()))
      .count();
    boolean stops = LoopTurns.of(loop, loop, model).stopEarly();
    if (uses != 1 || stops) {
      return Optional.empty();
    }
    return Optional.of(
      Finding.at(
        found.call(),
        "`%s` serialises the same object on each turn of the loop: once before the loop is enough".formatted(
          CodeSummary.of(found.call())
        )
      )
    );
  }
}
