package dev.perfreview.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SyntaxTreeTest {

  @Test
  void offsetsAreUtf16Units() {
    SyntaxSnapshot syntax = SyntaxTree.snapshotOf(Language.PYTHON, "x = '😀'; queue.pop(0)\n");
    SyntaxNode call = syntax
      .root()
      .streamDescendants()
      .filter(node -> node.is("call"))
      .findFirst()
      .orElseThrow();
    assertEquals("queue.pop(0)", call.text());
    assertEquals(10, call.start());
  }
}
