package dev.perfreview.rust.copies;

import dev.perfreview.rule.Evidence;
import dev.perfreview.rule.Finding;
import dev.perfreview.rule.Fix;
import dev.perfreview.rust.Calls;
import dev.perfreview.rust.Comments;
import dev.perfreview.rust.Places;
import dev.perfreview.rust.RustModel;
import dev.perfreview.rust.RustType;
import dev.perfreview.syntax.SourceText;
import dev.perfreview.syntax.SyntaxNode;
import dev.perfreview.syntax.TextEdit;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A copy of something that the next statement empties: {@code let text = self.buffer.clone(); self.buffer.clear();}. */
final class EmptiedAfterCopy {

  private static final Set<String> EMPTY = Set.of(
    "BTreeMap::new()",
    "Default::default()",
    "HashMap::new()",
    "HashSet::new()",
    "None",
    "String::new()",
    "Vec::new()",
    "VecDeque::new()",
    "vec![]"
  );

  private EmptiedAfterCopy() {}

  static @Nullable Finding of(ClonedValue copy, RustModel model) {
    if (copy.method().equals("cloned") || Places.rootOf(copy.source()) == null) {
      return null;
    }
    SyntaxNode statement = Statements.around(copy.call());
    SyntaxNode next = statement == null ? null : Statements.after(statement);
    if (statement == null || next == null || !empties(next, copy.source().text()) || isConditional(copy, statement)) {
      return null;
    }
    String place = copy.source().text();
    String message =
      copy.subject() + " copies what the next statement empties, so that `std::mem::take` could move it out instead";
    return Finding.at(copy.call(), message)
      .withEvidence(Evidence.at(next, "empties `" + place + "`"))
      .withFix(fix(copy, statement, next, model));
  }

  private static boolean empties(SyntaxNode statement, String place) {
    SyntaxNode expression = Statements.expressionOf(statement);
    if (expression.is("call_expression")) {
      SyntaxNode receiver = Calls.receiverOf(expression);
      return "clear".equals(Calls.nameOf(expression)) && receiver != null && receiver.textIs(place);
    }
    SyntaxNode left = expression.is("assignment_expression") ? expression.field("left") : null;
    SyntaxNode right = expression.field("right");
    return left != null && right != null && left.textIs(place) && EMPTY.contains(right.text());
  }

  /** Whether the copy may not be made when its statement runs. */
  private static boolean isConditional(ClonedValue copy, SyntaxNode statement) {
    for (SyntaxNode ancestor : copy.call().ancestors()) {
      if (ancestor.equals(statement)) {
        return false;
      }
      if (ancestor.isAny("closure_expression", "async_block", "if_expression", "match_arm", "for_expression")) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Fix fix(ClonedValue copy, SyntaxNode statement, SyntaxNode next, RustModel model) {
    RustType type = model.typeOf(copy.source());
    SyntaxNode root = Places.rootOf(copy.source());
    // The variable may be lent to the very call that the copy is an argument of.
    boolean alone =
      root != null &&
      statement
        .streamDescendants()
        .filter(node -> node.isAny("identifier", "self") && node.textIs(root.text()))
        .count() == 1;
    boolean standard = type != null && type.references() == 0 && type.path().startsWith("std::");
    if (!alone || !standard || Comments.areIn(copy.call()) || Comments.areIn(next)) {
      return null;
    }
    String taken = "std::mem::take(&mut " + copy.source().text() + ")";
    return Fix.safe("Take the value out", TextEdit.replace(copy.call(), taken), delete(next));
  }

  private static TextEdit delete(SyntaxNode statement) {
    SourceText text = statement.snapshot().text();
    int line = statement.line();
    boolean alone = text.line(line).strip().length() == statement.end() - statement.start();
    return alone && line + 1 < text.lineCount()
      ? TextEdit.delete(text.lineStart(line), text.lineStart(line + 1))
      : TextEdit.delete(statement.start(), statement.end());
  }
}
