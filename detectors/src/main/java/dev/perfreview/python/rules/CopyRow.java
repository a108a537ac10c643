package dev.perfreview.python.rules;

import dev.perfreview.python.PythonModel;
import dev.perfreview.syntax.KindSet;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxNode;
import org.jspecify.annotations.Nullable;

/**
 * Statements in a row that each copy to the device: the first waits for what is queued, the others find little left, and one copy of a packed
 * buffer stands for all of them.
 */
final class CopyRow {

  private static final KindSet CALLS = KindSet.of(Language.PYTHON, "call");

  private CopyRow() {}

  /** Where the row begins that a copy belongs to, as an offset in the text. */
  static int beginOf(SyntaxNode copy, PythonModel model) {
    SyntaxNode first = statementOf(copy);
    for (SyntaxNode before = previousOf(first); before != null && copies(before, model); before = previousOf(before)) {
      first = before;
    }
    return first.start();
  }

  private static SyntaxNode statementOf(SyntaxNode node) {
    SyntaxNode statement = node;
    for (SyntaxNode ancestor : node.ancestors()) {
      if (ancestor.isAny("block", "module")) {
        break;
      }
      statement = ancestor;
    }
    return statement;
  }

  private static @Nullable SyntaxNode previousOf(SyntaxNode statement) {
    SyntaxNode previous = statement.previousSibling();
    while (previous != null && previous.is("comment")) {
      previous = previous.previousSibling();
    }
    return previous;
  }

  private static boolean copies(SyntaxNode statement, PythonModel model) {
    if (!statement.is("expression_statement")) {
      return false;
    }
    for (SyntaxNode call : statement.descendants(CALLS)) {
      if (DeviceCopy.ofCall(call, model).isPresent()) {
        return true;
      }
    }
    return false;
  }
}
