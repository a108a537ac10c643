package dev.perfreview.harness.invariants;

import dev.perfreview.analysis.ReportedFinding;
import dev.perfreview.syntax.SourceText;
import dev.perfreview.syntax.SyntaxTree;
import dev.perfreview.syntax.TextEdit;
import dev.perfreview.syntax.TextRange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Edits made one by one lead to the findings that opening the final text gives. */
final class EditingInvariants {

  private static final int EDITS = 3;
  private static final int LONGEST_EDIT = 40;

  private EditingInvariants() {}

  static List<Violation> check(Subject subject, List<ReportedFinding> findings) {
    // Seeded by the text, so that a violation shows again.
    Random random = new Random(subject.text().string().hashCode());
    SourceText start = subject.text();
    List<TextEdit> towardsText = new ArrayList<>();
    for (int i = 0; i < EDITS && start.length() > 0; i++) {
      TextEdit away = randomEdit(random, start);
      towardsText.add(inverse(away, start));
      start = start.apply(List.of(away));
    }
    Collections.reverse(towardsText);
    try (SyntaxTree tree = SyntaxTree.parse(subject.language(), start)) {
      towardsText.forEach(edit -> tree.edit(List.of(edit)));
      if (!tree.snapshot().text().string().equals(subject.text().string())) {
        return List.of(subject.violation(0, "edits replayed lead to the text", "they lead to another"));
      }
      List<String> replayed = describe(subject.analyze(tree.snapshot()).findings());
      List<String> opened = describe(findings);
      return replayed.equals(opened)
        ? List.of()
        : List.of(
            subject.violation(
              0,
              "edits replayed give the same findings",
              replayed + " after " + towardsText + ", not " + opened
            )
          );
    }
  }

  private static TextEdit randomEdit(Random random, SourceText text) {
    int from = betweenCharacters(text, random.nextInt(text.length()));
    int to = betweenCharacters(text, Math.min(text.length(), from + random.nextInt(LONGEST_EDIT)));
    int copied = betweenCharacters(text, random.nextInt(text.length()));
    int copiedTo = betweenCharacters(text, Math.min(text.length(), copied + random.nextInt(LONGEST_EDIT)));
    return new TextEdit(new TextRange(from, to), text.string().substring(copied, copiedTo));
  }

  /** Moves an offset out of the middle of a surrogate pair or a CRLF, where no editor edits. */
  private static int betweenCharacters(SourceText text, int offset) {
    boolean within =
      offset > 0 &&
      offset < text.length() &&
      (Character.isLowSurrogate(text.string().charAt(offset)) || text.string().startsWith("\r\n", offset - 1));
    return within ? offset - 1 : offset;
  }

  private static TextEdit inverse(TextEdit edit, SourceText before) {
    int start = edit.range().start();
    return new TextEdit(new TextRange(start, start + edit.replacement().length()), before.substring(edit.range()));
  }

  private static List<String> describe(List<ReportedFinding> findings) {
    return findings
      .stream()
      .map(found -> found.rule().id() + found.finding().range() + found.impact() + found.message())
      .toList();
  }
}
