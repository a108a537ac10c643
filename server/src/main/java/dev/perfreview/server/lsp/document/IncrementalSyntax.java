package dev.perfreview.server.lsp.document;

import dev.perfreview.syntax.SyntaxSnapshot;
import dev.perfreview.syntax.SyntaxTree;
import dev.perfreview.syntax.TextEdit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the native syntax tree of a document up to its text. Confined to the document's {@link Lane}. */
final class IncrementalSyntax implements AutoCloseable {

  private @Nullable SyntaxTree tree;

  /**
   * The syntax of a version.
   *
   * @param document the version
   * @param edits what led to it from the version of the last call; ignored at the first
   */
  SyntaxSnapshot of(DocumentSnapshot document, List<TextEdit> edits) {
    SyntaxTree known = tree;
    if (known == null) {
      tree = SyntaxTree.parse(document.language(), document.text());
      return tree.snapshot();
    }
    if (edits.isEmpty()) {
      return known.snapshot();
    }
    try {
      // The text after one edit is known already.
      return edits.size() == 1 ? known.edit(edits.getFirst(), document.text()) : known.edit(edits);
    } catch (RuntimeException failure) {
      // The tree may be half edited: the next call parses from scratch.
      close();
      throw failure;
    }
  }

  @Override
  public void close() {
    if (tree != null) {
      tree.close();
      tree = null;
    }
  }
}
