package dev.perfreview.rule;

import dev.perfreview.syntax.TextEdit;
import java.util.Comparator;
import java.util.List;

/**
 * Edits that together mend a finding.
 *
 * @param title what it does, as the editor's menu shows it, starting with a capital letter; of an unsafe fix also what may change
 * @param applicability how far it can be trusted
 * @param edits in the order of the text, all referring to the analysed text, none overlapping another
 */
public record Fix(String title, Applicability applicability, List<TextEdit> edits) {
  public Fix {
    if (edits.isEmpty()) {
      throw new IllegalArgumentException("a fix without edits: " + title);
    }
    edits = edits
      .stream()
      .sorted(Comparator.comparingInt(edit -> edit.range().start()))
      .toList();
    for (int i = 1; i < edits.size(); i++) {
      if (
        edits.get(i).range().start() <
        edits
          .get(i - 1)
          .range()
          .end()
      ) {
        throw new IllegalArgumentException("overlapping edits: " + title);
      }
    }
  }

  /** A fix that keeps the meaning. */
  public static Fix safe(String title, TextEdit... edits) {
    return new Fix(title, Applicability.SAFE, List.of(edits));
  }

  /** A fix that a person must look at. */
  public static Fix unsafe(String title, TextEdit... edits) {
    return new Fix(title, Applicability.UNSAFE, List.of(edits));
  }
}
