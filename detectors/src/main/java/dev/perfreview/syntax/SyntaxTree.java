package dev.perfreview.syntax;

import java.util.ArrayList;
import java.util.List;

/**
 * The native syntax tree of one document, kept so that the next edit is parsed incrementally. Owns native memory until
 * {@link #close()}; its {@linkplain #snapshot() snapshots} do not, and outlive it. Not thread-safe: one owner edits it.
 */
public final class SyntaxTree implements AutoCloseable {

  /** About how many UTF-16 units of code there are for each node; a first guess of how large the arrays become. */
  private static final int UNITS_PER_NODE = 5;

  /** Up to so many errors a broken place is small enough to be recovered from alike whatever is reused around it. */
  private static final int FEW_ERRORS = 3;

  private final Grammar grammar;
  private final NativeParser parser;

  /** All versions of a document are made of much the same words. */
  private final WordCache words;

  /** What the next text is parsed from: the tree of the newest text that had no errors, if there was one, told of all edits since. */
  private FlattenedTree base;

  /** What was edited since. */
  private EditedRegion edited = new EditedRegion();

  private boolean baseHasErrors;
  private boolean closed;
  private SyntaxSnapshot snapshot;

  private SyntaxTree(Grammar grammar, SourceText text) {
    this.grammar = grammar;
    this.parser = new NativeParser(grammar);
    this.words = new WordCache(text.length());
    this.base = parser.parse(text.string(), text.length() / UNITS_PER_NODE, null);
    this.snapshot = new SyntaxSnapshot(text, grammar, base.nodes(), words);
    this.baseHasErrors = snapshot.root().hasError();
  }

  /** Parses a text. */
  public static SyntaxTree parse(Language language, SourceText text) {
    return new SyntaxTree(Grammar.of(language), text);
  }

  /** Parses a text for which no edit will follow. */
  public static SyntaxSnapshot snapshotOf(Language language, String text) {
    return snapshotOf(language, new SourceText(text));
  }

  /** Parses a text for which no edit will follow. */
  public static SyntaxSnapshot snapshotOf(Language language, SourceText text) {
    try (SyntaxTree tree = parse(language, text)) {
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
    List<SourceText> stages = new ArrayList<>(edits.size());
    SourceText text = snapshot.text();
    for (TextEdit edit : edits) {
      text = text.apply(List.of(edit));
      stages.add(text);
    }
    SourceText previous = snapshot.text();
    for (int i = 0; i < edits.size(); i++) {
      tell(edits.get(i), previous, stages.get(i));
      previous = stages.get(i);
    }
    reparse(text);
    return snapshot;
  }

  /**
   * {@link #edit(List)} for one who knows the text that one edit leads to, which is not worked out again.
   *
   * @param after the text after the edit
   */
  public SyntaxSnapshot edit(TextEdit edit, SourceText after) {
    tell(edit, snapshot.text(), after);
    reparse(after);
    return snapshot;
  }

  private void tell(TextEdit edit, SourceText before, SourceText after) {
    parser.edit(base, edit, before, after);
    edited.add(edit);
  }

  /**
   * How tree-sitter recovers from an error depends on what it reuses, and only a fresh parse makes findings a function of the text. But where one
   * place of a text without errors is broken, while a word is being typed, it comes to the same, at a tenth of the cost. (Of 28,800 random edits
   * none came to another tree; without the bound on errors, 9 of 3,600 of Rust did, each with five errors or more.)
   */
  private void reparse(SourceText text) {
    FlattenedTree parsed = parser.parse(text.string(), snapshot.size(), base);
    SyntaxSnapshot next = new SyntaxSnapshot(text, grammar, parsed.nodes(), words);
    if (!next.root().hasError()) {
      replaceBase(parsed, false);
    } else {
      parser.free(parsed);
      if (baseHasErrors || !edited.isOnePlace() || next.errorCount() > FEW_ERRORS) {
        replaceBase(parser.parse(text.string(), snapshot.size(), null), true);
        next = new SyntaxSnapshot(text, grammar, base.nodes(), words);
      }
    }
    snapshot = next;
  }

  private void replaceBase(FlattenedTree tree, boolean hasErrors) {
    parser.free(base);
    base = tree;
    baseHasErrors = hasErrors;
    edited = new EditedRegion();
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      parser.free(base);
      parser.close();
    }
  }
}
