package dev.perfreview.python.rules;

import dev.perfreview.python.PythonModel;
import dev.perfreview.syntax.KindSet;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxNode;

/**
 * Statements in a row that each copy to the device: the first waits for what is queued, the others find little left, and one copy of a packed
 * buffer stands for all of them.
 */
final class CopyRow {

  private static final KindSet CALLS = KindSet.of(Language.PYTHON, "call");

  private CopyRow() {}

  /** Where the row begins that a copy belongs to, as an offset in the text. */
  static int beginOf(SyntaxNode copy, PythonModel model) {
    SyntaxNode first = Statements.around(copy);
    SyntaxNode before = Statements.before(first);
    while (before != null && copies(before, model)) {
      first = before;
      before = Statements.before(first);
    }
    return first.start();
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
