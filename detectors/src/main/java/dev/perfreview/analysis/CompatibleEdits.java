package dev.perfreview.analysis;

import dev.perfreview.rule.Fix;
import dev.perfreview.syntax.TextEdit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Edits of several fixes that can be applied to one text together. A fix that touches what another one edits has to wait until the text has been
 * analysed again. The exception are whole lines inserted at the same place (an import, a constant): equal ones are made once, others
 * follow each other.
 */
final class CompatibleEdits {

  private final List<TextEdit> edits = new ArrayList<>();

  /** Takes the edits of a fix, all or none; answers whether it did. */
  boolean add(Fix fix) {
    List<TextEdit> more = fix
      .edits()
      .stream()
      .filter(edit -> !(insertsLines(edit) && edits.contains(edit)))
      .toList();
    for (TextEdit edit : more) {
      for (TextEdit taken : edits) {
        if (touch(edit, taken) && !(insertsLines(edit) && insertsLines(taken))) {
          return false;
        }
      }
    }
    edits.addAll(more);
    return true;
  }

  /** The edits in the order of the text, an insertion before the replacement of what follows it. */
  List<TextEdit> all() {
    return edits
      .stream()
      .sorted(
        Comparator.<TextEdit>comparingInt(edit -> edit.range().start()).thenComparingInt(edit -> edit.range().end())
      )
      .toList();
  }

  private static boolean touch(TextEdit one, TextEdit other) {
    if (one.replacement().isEmpty() && other.replacement().isEmpty()) {
      return one.range().overlaps(other.range());
    }
    return one.range().start() <= other.range().end() && other.range().start() <= one.range().end();
  }

  private static boolean insertsLines(TextEdit edit) {
    String text = edit.replacement();
    return edit.range().length() == 0 && (text.endsWith("\n") || text.endsWith("\r"));
  }
}
