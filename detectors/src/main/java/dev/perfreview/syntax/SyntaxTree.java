package dev.perfreview.syntax;

import io.github.treesitter.jtreesitter.InputEdit;
import io.github.treesitter.jtreesitter.InputEncoding;
import io.github.treesitter.jtreesitter.Parser;
import io.github.treesitter.jtreesitter.Point;
import io.github.treesitter.jtreesitter.Tree;
import java.util.ArrayList;
import java.util.List;

/**
 * The native syntax tree of one document, kept so that the next edit is parsed incrementally. Owns native memory until
 * {@link #close()}; its {@linkplain #snapshot() snapshots} do not, and outlive it. Not thread-safe: one owner edits it.
 */
public final class SyntaxTree implements AutoCloseable {

  /** About how many UTF-16 units of code there are for each node; a first guess of how large the arrays become. */
  private static final int UNITS_PER_NODE = 5;

  private final Grammar grammar;
  private final Parser parser;
  private Tree tree;
  private NodeArrays nodes;
  private SyntaxSnapshot snapshot;

  private SyntaxTree(Grammar grammar, SourceText text) {
    this.grammar = grammar;
    this.parser = new Parser(grammar.treeSitterLanguage());
    this.tree = parser.parse(text.string(), InputEncoding.UTF_16LE).orElseThrow();
    this.nodes = TreeFlattener.flatten(tree, text.length() / UNITS_PER_NODE);
    this.snapshot = new SyntaxSnapshot(text, grammar, nodes);
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

  /**
   * Applies edits one after the other, each referring to the text that the one before it left; answers the new syntax, which is
   * the one that parsing the new text from nothing gives.
   *
   * @throws IllegalArgumentException when an edit is out of range; nothing is changed then
   */
  public SyntaxSnapshot edit(List<TextEdit> edits) {
    SourceText text = snapshot.text();
    List<SourceText> stages = new ArrayList<>(edits.size());
    for (TextEdit edit : edits) {
      text = text.apply(List.of(edit));
      stages.add(text);
    }
    if (snapshot.root().hasError()) {
      // While a word is being typed the text is mostly broken before and after: trying to reuse its tree would be work for nothing.
      parseFromNothing(text);
      return snapshot;
    }
    SourceText previous = snapshot.text();
    for (int i = 0; i < edits.size(); i++) {
      tree.edit(inputEdit(edits.get(i), previous, stages.get(i)));
      previous = stages.get(i);
    }
    reparse(text);
    return snapshot;
  }

  private void reparse(SourceText text) {
    Tree edited = tree;
    Tree parsed = parser.parse(text.string(), InputEncoding.UTF_16LE, edited).orElseThrow();
    try (edited) {
      nodes = TreeFlattener.flattenEdited(parsed, nodes);
    }
    tree = parsed;
    snapshot = new SyntaxSnapshot(text, grammar, nodes);
    if (snapshot.root().hasError()) {
      parseFromNothing(text);
    }
  }

  /** How tree-sitter recovers from errors depends on what it reused: only a fresh parse makes findings a function of the text. */
  private void parseFromNothing(SourceText text) {
    Tree parsed = parser.parse(text.string(), InputEncoding.UTF_16LE).orElseThrow();
    tree.close();
    tree = parsed;
    nodes = TreeFlattener.flatten(parsed, nodes.size());
    snapshot = new SyntaxSnapshot(text, grammar, nodes);
  }

  private static InputEdit inputEdit(TextEdit edit, SourceText before, SourceText after) {
    int start = edit.range().start();
    int oldEnd = edit.range().end();
    int newEnd = start + edit.replacement().length();
    return new InputEdit(
      start * 2,
      oldEnd * 2,
      newEnd * 2,
      pointOf(before, start),
      pointOf(before, oldEnd),
      pointOf(after, newEnd)
    );
  }

  /** tree-sitter counts only {@code \n} as a line end, and columns in bytes. */
  private static Point pointOf(SourceText text, int offset) {
    String string = text.string();
    int row = 0;
    int lineStart = 0;
    for (int found = string.indexOf('\n'); found >= 0 && found < offset; found = string.indexOf('\n', found + 1)) {
      row++;
      lineStart = found + 1;
    }
    return new Point(row, (offset - lineStart) * 2);
  }

  @Override
  public void close() {
    tree.close();
    parser.close();
  }
}
