package dev.perfreview.syntax;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.lang.foreign.MemorySegment;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TreeFlattenerTest {

  @ParameterizedTest
  @EnumSource(Language.class)
  void theNativeFunctionCopiesWhatACursorMeets(Language language) {
    RandomEdits random = new RandomEdits(1);
    String text = SampleCode.of(language, 2);
    try (NativeParser parser = new NativeParser(Grammar.of(language))) {
      for (int i = 0; i < 40; i++) {
        MemorySegment tree = parser.parse(text, null);
        try {
          assertSame(TreeFlattener.walk(tree, 16), TreeFlattener.flatten(tree, 16, null));
        } finally {
          NativeParser.delete(tree);
        }
        TextEdit edit = random.next(text);
        text = text.substring(0, edit.range().start()) + edit.replacement() + text.substring(edit.range().end());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void whatIsSharedWithTheTreeBeforeAnEditIsCopiedFromItsNodes(Language language) {
    RandomEdits random = new RandomEdits(2);
    SourceText text = new SourceText(SampleCode.of(language, 8));
    try (NativeParser parser = new NativeParser(Grammar.of(language))) {
      FlattenedTree before = walked(parser.parse(text.string(), null));
      for (int i = 0; i < 400; i++) {
        TextEdit edit = random.next(text.string());
        SourceText next = text.apply(List.of(edit));
        NativeParser.edit(before.tree(), edit, text, next);
        MemorySegment tree = parser.parse(next.string(), before.tree());
        FlattenedTree after = walked(tree);
        assertSame(after.nodes(), TreeFlattener.flatten(tree, 16, before));
        NativeParser.delete(before.tree());
        before = after;
        text = next;
      }
      NativeParser.delete(before.tree());
    }
  }

  private static FlattenedTree walked(MemorySegment tree) {
    return new FlattenedTree(tree, TreeFlattener.walk(tree, 16));
  }

  private static void assertSame(NodeArrays expected, NodeArrays actual) {
    assertArrayEquals(expected.kind, actual.kind);
    assertArrayEquals(expected.field, actual.field);
    assertArrayEquals(expected.flags, actual.flags);
    assertArrayEquals(expected.start, actual.start);
    assertArrayEquals(expected.end, actual.end);
    assertArrayEquals(expected.parent, actual.parent);
    assertArrayEquals(expected.subtreeEnd, actual.subtreeEnd);
  }
}
