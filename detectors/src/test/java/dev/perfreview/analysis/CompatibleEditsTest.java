package dev.perfreview.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perfreview.rule.Fix;
import dev.perfreview.syntax.SourceText;
import dev.perfreview.syntax.TextEdit;
import dev.perfreview.syntax.TextRange;
import org.junit.jupiter.api.Test;

class CompatibleEditsTest {

  private final CompatibleEdits edits = new CompatibleEdits();

  @Test
  void editsThatTouchWaitForTheNextRound() {
    assertTrue(edits.add(fix(replace(2, 4))));
    assertFalse(edits.add(fix(replace(3, 5))));
    assertFalse(edits.add(fix(replace(4, 5))));
    assertFalse(edits.add(fix(TextEdit.insert(2, "x"))));
    assertTrue(edits.add(fix(replace(5, 6))));
    assertEquals("ab##e#g", apply("abcdefg"));
  }

  @Test
  void aFixIsTakenWholeOrNotAtAll() {
    assertTrue(edits.add(fix(replace(4, 6))));
    assertFalse(edits.add(fix(replace(0, 1), replace(5, 6))));
    assertEquals("abcd##g", apply("abcdefg"));
  }

  @Test
  void theSameLineIsInsertedOnce() {
    assertTrue(edits.add(fix(TextEdit.insert(0, "import asyncio\n"), replace(1, 2))));
    assertTrue(edits.add(fix(TextEdit.insert(0, "import asyncio\n"), replace(4, 5))));
    assertEquals("import asyncio\na#cd#fg", apply("abcdefg"));
  }

  @Test
  void otherLinesAtTheSamePlaceFollowEachOther() {
    assertTrue(edits.add(fix(TextEdit.insert(0, "first\n"))));
    assertTrue(edits.add(fix(TextEdit.insert(0, "second\n"))));
    assertEquals("first\nsecond\nabc", apply("abc"));
  }

  @Test
  void partsOfALineAtTheSamePlaceDoNot() {
    assertTrue(edits.add(fix(TextEdit.insert(3, ")"))));
    assertFalse(edits.add(fix(TextEdit.insert(3, ")"))));
  }

  @Test
  void deletionsMayStandSideBySide() {
    assertTrue(edits.add(fix(TextEdit.delete(0, 2))));
    assertTrue(edits.add(fix(TextEdit.delete(2, 4))));
    assertFalse(edits.add(fix(TextEdit.delete(3, 5))));
    assertEquals("efg", apply("abcdefg"));
  }

  private String apply(String text) {
    return new SourceText(text).apply(edits.all()).string();
  }

  private static TextEdit replace(int start, int end) {
    return new TextEdit(new TextRange(start, end), "#".repeat(end - start));
  }

  private static Fix fix(TextEdit... parts) {
    return Fix.safe("Mend it", parts);
  }
}
