package dev.perfreview.server.lsp.actions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perfreview.syntax.SourceText;
import dev.perfreview.syntax.TextEdit;
import dev.perfreview.syntax.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineDiffTest {

  @Test
  void equalTextsNeedNoEdit() {
    assertEquals(List.of(), diff("a\nb\n", "a\nb\n"));
    assertEquals(List.of(), diff("", ""));
  }

  @Test
  void editsTouchOnlyWhatDiffers() {
    assertEquals(
      List.of(new TextEdit(new TextRange(2, 5), "fast"), new TextEdit(new TextRange(13, 15), "")),
      diff("x.old()\nsame\n\n\n", "x.fast()\nsame\n")
    );
  }

  @Test
  void insertsDeletesAndReplacesAtTheEnds() {
    for (String[] pair : new String[][] {
      { "", "a" },
      { "a", "" },
      { "a\n", "b\na\n" },
      { "a\n", "a\nb" },
      { "a\r\nb\r\n", "a\nb\n" },
      { "a\nb\nc", "c\nb\na" },
    }) {
      assertEquals(pair[1], apply(pair[0], diff(pair[0], pair[1])), pair[0] + " to " + pair[1]);
    }
  }

  @Test
  void editsLeadFromOneTextToTheOther() {
    Random random = new Random(7);
    for (int run = 0; run < 2000; run++) {
      List<String> lines = new ArrayList<>();
      for (int line = random.nextInt(12); line >= 0; line--) {
        lines.add("abc".substring(random.nextInt(3)) + (random.nextInt(4) == 0 ? "\r\n" : "\n"));
      }
      String before = String.join("", lines);
      for (int change = random.nextInt(4); change >= 0 && !lines.isEmpty(); change--) {
        int at = random.nextInt(lines.size());
        switch (random.nextInt(3)) {
          case 0 -> lines.remove(at);
          case 1 -> lines.add(at, "new\n");
          default -> lines.set(at, "x" + lines.get(at));
        }
      }
      String after = String.join("", lines);
      assertEquals(after, apply(before, diff(before, after)));
    }
  }

  @Test
  void aFewChangesInALongTextAreFewEdits() {
    StringBuilder text = new StringBuilder();
    for (int line = 0; line < 20_000; line++) {
      text
        .append("line ")
        .append(line % 97)
        .append('\n');
    }
    String before = text.toString();
    String after = before.replaceFirst("line 3\n", "").replaceFirst("line 96\n$", "last\n") + "more\n";
    List<TextEdit> edits = diff(before, after);
    assertEquals(after, apply(before, edits));
    assertTrue(edits.size() <= 4, edits.size() + " edits");
  }

  @Test
  void manyChangesInALongTextStaySmallAndTakeLittleMemory() {
    StringBuilder before = new StringBuilder();
    StringBuilder after = new StringBuilder();
    for (int line = 0; line < 60_000; line++) {
      before
        .append("line ")
        .append(line % 24)
        .append('\n');
      after
        .append(line % 8 == 0 ? "changed " : "line ")
        .append(line % 24)
        .append('\n');
    }
    List<TextEdit> edits = diff(before.toString(), after.toString());
    assertEquals(after.toString(), apply(before.toString(), edits));
    int replaced = edits
      .stream()
      .mapToInt(edit -> edit.range().end() - edit.range().start())
      .sum();
    assertTrue(edits.size() > 5_000 && replaced < before.length() / 4, edits.size() + " edits of " + replaced);
  }

  @Test
  void textsWithNothingInCommonAreOneEdit() {
    String before = "a\n".repeat(9_000);
    String after = "b\n".repeat(9_000);
    assertEquals(after, apply(before, diff(before, after)));
    assertEquals(1, diff(before, after).size());
  }

  private static List<TextEdit> diff(String before, String after) {
    return LineDiff.between(new SourceText(before), new SourceText(after));
  }

  private static String apply(String before, List<TextEdit> edits) {
    return new SourceText(before).apply(edits).string();
  }
}
