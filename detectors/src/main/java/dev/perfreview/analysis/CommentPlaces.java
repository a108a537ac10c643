package dev.perfreview.analysis;

import dev.perfreview.syntax.SourceText;
import dev.perfreview.syntax.SyntaxNode;
import dev.perfreview.syntax.SyntaxSnapshot;
import dev.perfreview.syntax.TextRange;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where in a file a comment can stand without becoming part of a string, ending a continued line or changing what the code means. */
final class CommentPlaces {

  /** Nodes within which a line end is part of a value, not of the layout; and comments that span lines. */
  private static final Set<String> VERBATIM = Set.of(
    "string",
    "string_literal",
    "raw_string_literal",
    "char_literal",
    "block_comment"
  );

  private final SyntaxSnapshot snapshot;
  private final SourceText text;
  private final List<LineComment> comments;

  CommentPlaces(SyntaxSnapshot snapshot) {
    this.snapshot = snapshot;
    this.text = snapshot.text();
    this.comments = LineComment.in(snapshot);
  }

  /** The end of a line of code on which no comment stands yet. */
  Optional<Integer> afterCode(int line) {
    boolean free = isFree(line) && comments.stream().noneMatch(comment -> comment.line() == line);
    return free ? Optional.of(endOfCode(line)) : Optional.empty();
  }

  /** The end of a line that ends with a comment. */
  Optional<Integer> afterComment(int line) {
    return comments
      .stream()
      .filter(comment -> comment.line() == line && !comment.isDocumentation(snapshot))
      .findFirst()
      .map(comment -> endOfCode(line));
  }

  /** The start of a line of code above which a line of comment can be inserted. */
  Optional<Integer> above(int line) {
    if (comments.stream().anyMatch(comment -> comment.line() == line && comment.ownLine())) {
      return Optional.empty();
    }
    if (line == 0) {
      return Optional.of(text.string().startsWith("\uFEFF") ? 1 : 0);
    }
    return isFree(line - 1) ? Optional.of(text.lineStart(line)) : Optional.empty();
  }

  private int endOfCode(int line) {
    int end = text.lineEnd(line);
    while (end > text.lineStart(line) && Character.isWhitespace(text.string().charAt(end - 1))) {
      end--;
    }
    return end;
  }

  /** Whether a line's end is layout: in no string or long comment and not escaped by a backslash. */
  private boolean isFree(int line) {
    int lineEnd = text.lineEnd(line);
    int next = line + 1 < text.lineCount() ? text.lineStart(line + 1) : text.length();
    if (text.line(line).endsWith("\\") && comments.stream().noneMatch(comment -> comment.line() == line)) {
      return false;
    }
    SyntaxNode node = snapshot.nodeAt(new TextRange(lineEnd, next));
    return !isVerbatim(node) && !any(node.ancestors());
  }

  private static boolean any(Iterable<SyntaxNode> nodes) {
    for (SyntaxNode node : nodes) {
      if (isVerbatim(node)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isVerbatim(SyntaxNode node) {
    return VERBATIM.contains(node.kind());
  }
}
