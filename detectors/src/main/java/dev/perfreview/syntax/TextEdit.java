package dev.perfreview.syntax;

/**
 * The replacement of one span of a text.
 *
 * @param range what is replaced, in UTF-16 offsets of the text before the edit; empty to insert
 * @param replacement what stands there afterwards; empty to delete
 */
public record TextEdit(TextRange range, String replacement) {
  /** Replaces a node's text. */
  public static TextEdit replace(SyntaxNode node, String replacement) {
    return new TextEdit(node.range(), replacement);
  }

  /** Inserts {@code text} before the unit at {@code offset}. */
  public static TextEdit insert(int offset, String text) {
    return new TextEdit(new TextRange(offset, offset), text);
  }

  /** Deletes the units from {@code start} up to {@code end}. */
  public static TextEdit delete(int start, int end) {
    return new TextEdit(new TextRange(start, end), "");
  }
}
