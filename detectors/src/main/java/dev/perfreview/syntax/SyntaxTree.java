package dev.perfreview.syntax;

import io.github.treesitter.jtreesitter.InputEncoding;
import io.github.treesitter.jtreesitter.Node;
import io.github.treesitter.jtreesitter.Parser;
import io.github.treesitter.jtreesitter.Tree;
import io.github.treesitter.jtreesitter.TreeCursor;
import java.util.List;

/**
 * The native syntax tree of one document, kept so that the next edit is parsed incrementally. Owns native memory until
 * {@link #close()}; its {@linkplain #snapshot() snapshots} do not, and outlive it. Not thread-safe: one owner edits it.
 */
public final class SyntaxTree implements AutoCloseable {

  private final Grammar grammar;
  private final Parser parser;
  private SyntaxSnapshot snapshot;

  private SyntaxTree(Grammar grammar, SourceText text) {
    this.grammar = grammar;
    this.parser = new Parser(grammar.treeSitterLanguage());
    this.snapshot = parse(text);
  }

  /** Parses a text. */
  public static SyntaxTree parse(Language language, SourceText text) {
    return new SyntaxTree(Grammar.of(language), text);
  }

  /** Parses a text for which no edit will follow. */
  public static SyntaxSnapshot snapshotOf(Language language, String text) {
    try (SyntaxTree tree = parse(language, new SourceText(text))) {
      return tree.snapshot();
    }
  }

  /** The syntax of the text as it is now. */
  public SyntaxSnapshot snapshot() {
    return snapshot;
  }

  /** Applies edits one after the other, each referring to the text that the one before it left; answers the new syntax. */
  public SyntaxSnapshot edit(List<TextEdit> edits) {
    SourceText text = snapshot.text();
    for (TextEdit edit : edits) {
      text = text.apply(List.of(edit));
    }
    snapshot = parse(text);
    return snapshot;
  }

  private SyntaxSnapshot parse(SourceText text) {
    try (Tree tree = parser.parse(text.string(), InputEncoding.UTF_16LE).orElseThrow()) {
      return new SyntaxSnapshot(text, grammar, flatten(tree, text.length()));
    }
  }

  private static NodeArrays flatten(Tree tree, int length) {
    NodeArrays.Builder nodes = new NodeArrays.Builder(length / 5);
    try (TreeCursor cursor = tree.walk()) {
      int parent = -1;
      while (true) {
        Node node = cursor.getCurrentNode();
        byte flags = (byte) ((node.isError() ? SyntaxSnapshot.ERROR : 0) |
          (node.isMissing() ? SyntaxSnapshot.MISSING : 0) |
          (node.hasError() ? SyntaxSnapshot.HAS_ERROR : 0));
        int index = nodes.open(
          Short.toUnsignedInt(node.getSymbol()),
          cursor.getCurrentFieldId(),
          flags,
          node.getStartByte() / 2,
          node.getEndByte() / 2,
          parent
        );
        if (cursor.gotoFirstChild()) {
          parent = index;
          continue;
        }
        nodes.close(index);
        while (!cursor.gotoNextSibling()) {
          if (!cursor.gotoParent()) {
            return nodes.build();
          }
          parent = nodes.close(parent);
        }
      }
    }
  }

  @Override
  public void close() {
    parser.close();
  }
}
