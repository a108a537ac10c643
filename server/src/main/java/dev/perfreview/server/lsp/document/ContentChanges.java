package dev.perfreview.server.lsp.document;

import dev.perfreview.syntax.SourceText;
import dev.perfreview.syntax.TextEdit;
import dev.perfreview.syntax.TextRange;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;

/**
 * The content changes of one {@code didChange} worked into edits.
 *
 * @param text the text after all of them
 * @param edits one after the other, each referring to the text that the one before it left
 */
public record ContentChanges(SourceText text, List<TextEdit> edits) {
  /**
   * Works out what changes do to a text; one without a range replaces all of it.
   *
   * @param positions how the client counts columns
   */
  public static ContentChanges of(
    SourceText before,
    List<TextDocumentContentChangeEvent> changes,
    Positions positions
  ) {
    SourceText text = before;
    List<TextEdit> edits = new ArrayList<>(changes.size());
    for (TextDocumentContentChangeEvent change : changes) {
      TextRange span =
        change.getRange() == null ? new TextRange(0, text.length()) : positions.spanOf(change.getRange(), text);
      TextEdit edit = new TextEdit(span, change.getText());
      edits.add(edit);
      text = text.apply(List.of(edit));
    }
    return new ContentChanges(text, List.copyOf(edits));
  }
}
