package dev.perfreview.analysis;

import dev.perfreview.syntax.Grammar;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SourceText;
import dev.perfreview.syntax.SyntaxSnapshot;
import dev.perfreview.syntax.TextRange;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A comment that ends with its line.
 *
 * @param range from its sign to the end of the line, the line end not counted
 * @param line the zero-based line that it stands on
 * @param ownLine whether only white space stands before it
 */
record LineComment(TextRange range, int line, boolean ownLine) {
  /** The line comments of a file, in the order of the text. */
  static List<LineComment> in(SyntaxSnapshot snapshot) {
    Grammar grammar = snapshot.grammar();
    BitSet kinds = grammar.kindsNamed(snapshot.language() == Language.PYTHON ? "comment" : "line_comment");
    List<LineComment> comments = new ArrayList<>();
    for (int index = 0; index < snapshot.size(); index++) {
      // The kind of text that does not parse lies far beyond the grammar's.
      if (kinds.get(snapshot.kind(index))) {
        comments.add(at(snapshot.text(), snapshot.node(index).start()));
      }
    }
    return comments;
  }

  private static LineComment at(SourceText text, int start) {
    int line = text.lineOf(start);
    // A grammar may count the line end or a part of it to the comment.
    TextRange range = new TextRange(start, text.lineEnd(line));
    int lineStart = text.string().startsWith("\uFEFF") && line == 0 ? 1 : text.lineStart(line);
    boolean ownLine = text.string().substring(lineStart, start).isBlank();
    return new LineComment(range, line, ownLine);
  }

  /** Whether it documents code: {@code ///} or {@code //!} in Rust. */
  boolean isDocumentation(SyntaxSnapshot snapshot) {
    String text = snapshot.text().string();
    return (
      snapshot.language() == Language.RUST &&
      (text.startsWith("//!", range.start()) ||
        (text.startsWith("///", range.start()) && !text.startsWith("////", range.start())))
    );
  }
}
