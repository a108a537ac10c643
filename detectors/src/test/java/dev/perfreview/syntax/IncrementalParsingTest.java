package dev.perfreview.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IncrementalParsingTest {

  @ParameterizedTest
  @EnumSource(Language.class)
  void aThousandRandomEditsGiveTheSyntaxOfTheFinalText(Language language) {
    RandomEdits random = new RandomEdits(20261124);
    int parsedWithoutError = 0;
    try (SyntaxTree tree = SyntaxTree.parse(language, new SourceText(SampleCode.of(language, 4)))) {
      for (int i = 0; i < 1000; i++) {
        String before = tree.snapshot().text().string();
        TextEdit edit = random.next(before);
        assertSameAsFreshParse(tree.edit(List.of(edit)), i);
        parsedWithoutError += tree.snapshot().root().hasError() ? 0 : 1;
        if (random.undo()) {
          tree.edit(List.of(RandomEdits.inverse(edit, before)));
          assertSameAsFreshParse(tree.snapshot(), i);
        }
        if (tree.snapshot().root().hasError() && i % 8 == 0) {
          TextRange all = new TextRange(0, tree.snapshot().text().length());
          tree.edit(List.of(new TextEdit(all, SampleCode.of(language, 4))));
        }
      }
    }
    assertTrue(
      parsedWithoutError > 100,
      "the edits must exercise reuse too, but only " + parsedWithoutError + " parsed"
    );
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void editsOfOneChangeApplyOneAfterTheOther(Language language) {
    String name = "renamed";
    try (SyntaxTree tree = SyntaxTree.parse(language, new SourceText(SampleCode.of(language, 2)))) {
      List<TextEdit> edits = new ArrayList<>();
      for (int i = 0; i < name.length(); i++) {
        edits.add(TextEdit.insert(i, name.substring(i, i + 1)));
      }
      edits.add(TextEdit.insert(name.length(), ";\n"));
      SyntaxSnapshot after = tree.edit(edits);
      assertTrue(after.text().string().startsWith("renamed;\n"));
      assertSameAsFreshParse(after, 0);
    }
  }

  @Test
  void anEditOutOfRangeChangesNothing() {
    try (SyntaxTree tree = SyntaxTree.parse(Language.PYTHON, new SourceText("x = 1\n"))) {
      assertThrows(IllegalArgumentException.class, () -> tree.edit(List.of(TextEdit.delete(3, 99))));
      assertEquals("x = 1\n", tree.snapshot().text().string());
      tree.edit(List.of(TextEdit.insert(0, "y = 2\n")));
      assertSameAsFreshParse(tree.snapshot(), 0);
      assertFalse(tree.snapshot().root().hasError());
    }
  }

  private static void assertSameAsFreshParse(SyntaxSnapshot edited, int round) {
    SyntaxSnapshot fresh = SyntaxTree.snapshotOf(edited.language(), edited.text().string());
    assertEquals(TreeDescription.of(fresh), TreeDescription.of(edited), () -> "edit " + round);
    // All are asked for after each edit, so that the next version has texts to take over.
    for (int index = 0; index < edited.size(); index++) {
      assertEquals(edited.text().substring(edited.node(index).range()), edited.textOf(index), "edit " + round);
    }
  }
}
