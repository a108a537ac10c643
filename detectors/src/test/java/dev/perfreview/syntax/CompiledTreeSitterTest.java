package dev.perfreview.syntax;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.lang.foreign.MemorySegment;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CompiledTreeSitterTest {

  @ParameterizedTest
  @EnumSource(Language.class)
  void theNativeFunctionCopiesWhatACursorMeets(Language language) {
    RandomEdits random = new RandomEdits(1);
    String text = SampleCode.of(language, 2);
    try (NativeParser parser = new NativeParser(Grammar.of(language))) {
      for (int i = 0; i < 40; i++) {
        FlattenedTree tree = parser.parse(text, 16, null, () -> false);
        try {
          assertSame(walked(tree).nodes(), tree.nodes());
        } finally {
          parser.free(tree);
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
      FlattenedTree before = walked(parser.parse(text.string(), 16, null, () -> false));
      for (int i = 0; i < 400; i++) {
        TextEdit edit = random.next(text.string());
        SourceText next = text.apply(List.of(edit));
        parser.edit(before, edit, text, next);
        FlattenedTree after = parser.parse(next.string(), 16, before, () -> false);
        FlattenedTree expected = walked(after);
        assertSame(expected.nodes(), after.nodes());
        parser.free(before);
        before = expected;
        text = next;
      }
      parser.free(before);
    }
  }

  /** The tree with the nodes that a cursor meets. */
  private static FlattenedTree walked(FlattenedTree tree) {
    return new FlattenedTree(tree.tree(), CursorWalk.nodesOf(MemorySegment.ofAddress(tree.tree()), 16));
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
