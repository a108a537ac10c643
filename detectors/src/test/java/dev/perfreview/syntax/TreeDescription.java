package dev.perfreview.syntax;

/** A whole tree in words, for comparing two. */
public final class TreeDescription {

  private TreeDescription() {}

  /** Each column of the arrays, one node a line. */
  public static String of(SyntaxSnapshot syntax) {
    StringBuilder description = new StringBuilder();
    for (int i = 0; i < syntax.size(); i++) {
      description.append(syntax.kindName(i)).append(' ').append(syntax.fieldName(i));
      description.append(' ').append(syntax.start(i)).append('-').append(syntax.end(i));
      description.append(" below ").append(syntax.parent(i)).append(" up to ").append(syntax.subtreeEnd(i));
      description.append(syntax.isError(i) ? " error" : "").append(syntax.isMissing(i) ? " missing" : "");
      description.append(syntax.hasError(i) ? " has error\n" : "\n");
    }
    return description.toString();
  }
}
