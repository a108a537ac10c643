package dev.perfreview.server.review;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perfreview.syntax.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.junit.jupiter.api.Test;

class LineMapTest {

  @Test
  void linesThatAreNewOrChangedAreTold() {
    assertEquals(List.of(1), changed("a\nb\nc\n", "a\nB\nc\n"));
    assertEquals(List.of(1), changed("a\nc\n", "a\nb\nc\n"));
    assertEquals(List.of(), changed("a\nb\nc\n", "a\nc\n"), "a line that went");
    assertEquals(List.of(0), changed("b\n", "a\nb\n"));
    assertEquals(List.of(), changed("a\nb", "a\nb"));
    assertEquals(List.of(), changed("if x:\n  a\n", "if x:\n    a\n"), "white space");
    assertEquals(List.of(), changed("a\r\nb\r\n", "a\nb\n"), "line ends");
  }

  @Test
  void aNewFileIsAllNew() {
    assertEquals(List.of(0, 1), LineMap.between(null, new SourceText("a\n")).changed().boxed().toList());
  }

  @Test
  void whatIsSharedIsFoundAsByComparingAllLines() {
    Random random = new Random(7);
    String[] lines = { "a", "b", "  a", "", "b ", "a\r", "\u00e9\ud83d\ude80" };
    for (int round = 0; round < 3_000; round++) {
      List<String> before = new ArrayList<>();
      int size = random.nextInt(12);
      for (int line = 0; line < size; line++) {
        before.add(lines[random.nextInt(lines.length)]);
      }
      List<String> after = new ArrayList<>(before);
      for (int edit = random.nextInt(4); edit > 0; edit--) {
        int place = random.nextInt(after.size() + 1);
        if (place < after.size() && random.nextBoolean()) {
          after.remove(place);
        } else {
          after.add(place, lines[random.nextInt(lines.length)]);
        }
      }
      check(String.join("\n", before), String.join("\n", after));
    }
  }

  /** Lines that are the same are so by what they say; and as many are found to be the same as by the plain comparison. */
  private static void check(String before, String after) {
    SourceText earlier = new SourceText(before);
    SourceText later = new SourceText(after);
    LineMap map = LineMap.between(earlier, later);
    int last = -1;
    for (int line = 0; line < later.lineCount(); line++) {
      int was = map.beforeOf(line);
      assertEquals(was < 0, map.isChanged(line));
      if (was >= 0) {
        assertEquals(earlier.line(was).replaceAll("\\s", ""), later.line(line).replaceAll("\\s", ""));
        assertEquals(true, was > last, "in order");
        last = was;
      }
    }
    int changed = 0;
    for (Edit edit : new HistogramDiff().diff(RawTextComparator.WS_IGNORE_ALL, raw(earlier), raw(later))) {
      changed += edit.getLengthB();
    }
    assertEquals(changed, map.changed().count(), () -> "from\n" + before + "\nto\n" + after);
  }

  private static RawText raw(SourceText text) {
    StringBuilder lines = new StringBuilder();
    for (int line = 0; line < text.lineCount(); line++) {
      lines.append(text.line(line)).append('\n');
    }
    return new RawText(lines.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private static List<Integer> changed(String before, String after) {
    return LineMap.between(new SourceText(before), new SourceText(after)).changed().boxed().toList();
  }
}
