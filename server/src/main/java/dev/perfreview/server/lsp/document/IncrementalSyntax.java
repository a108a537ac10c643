package dev.perfreview.server.lsp.document;

import dev.perfreview.syntax.ParseTimeoutException;
import dev.perfreview.syntax.SyntaxSnapshot;
import dev.perfreview.syntax.SyntaxTree;
import dev.perfreview.syntax.TextEdit;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Keeps the native syntax tree of a document up to its text. Confined to the document's {@link Lane}. */
final class IncrementalSyntax implements AutoCloseable {

  private @Nullable SyntaxTree tree;

  /**
   * The syntax of a version.
   *
   * @param document the version
   * @param edits what led to it from the version of the last call; ignored at the first
   * @param outdated asked meanwhile whether another version has come
   * @throws CancellationException when one has
   * @throws ParseTimeoutException when the errors of the version take too long to parse
   */
  SyntaxSnapshot of(DocumentSnapshot document, List<TextEdit> edits, BooleanSupplier outdated) {
    SyntaxTree known = tree;
    if (known == null) {
      tree = SyntaxTree.parse(document.language(), document.text(), outdated);
      return tree.snapshot();
    }
    try {
      // The text after one edit is known already.
      return edits.size() == 1 ? known.edit(edits.getFirst(), document.text(), outdated) : known.edit(edits, outdated);
    } catch (CancellationException cancelled) {
      // The tree has been told of the edits, and goes on from there.
      throw cancelled;
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
