package dev.perfreview.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

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

  /** What was edited since the snapshot. */
  private EditedRegion editedSinceSnapshot = new EditedRegion();

  private boolean baseHasErrors;
  private boolean closed;

  /** The text that the base was told of all edits up to; the snapshot is behind when parsing it was given up. */
  private SourceText text;

  private SyntaxSnapshot snapshot;

  private SyntaxTree(Grammar grammar, SourceText text, BooleanSupplier outdated) {
    this.text = text;
    this.grammar = grammar;
    this.parser = new NativeParser(grammar);
    this.words = new WordCache(text.length());
    try {
      this.base = parser.parse(text.string(), text.length() / UNITS_PER_NODE, null, outdated);
    } catch (RuntimeException failure) {
      parser.close();
      throw failure;
    }
    this.snapshot = new SyntaxSnapshot(text, grammar, base.nodes(), words);
    this.baseHasErrors = snapshot.root().hasError();
  }

  /**
   * Parses a text.
   *
   * @throws ParseTimeoutException when its errors take too long
   */
  public static SyntaxTree parse(Language language, SourceText text) {
    return parse(language, text, () -> false);
  }

  /**
   * Parses a text unless its answer stops being wanted.
   *
   * @param outdated asked meanwhile
   * @throws CancellationException when it is outdated
   * @throws ParseTimeoutException when its errors take too long
   */
  public static SyntaxTree parse(Language language, SourceText text, BooleanSupplier outdated) {
    return new SyntaxTree(Grammar.of(language), text, outdated);
  }

  /**
   * Parses a text for which no edit will follow.
   *
   * @throws ParseTimeoutException when its errors take too long
   */
  public static SyntaxSnapshot snapshotOf(Language language, String text) {
    return snapshotOf(language, new SourceText(text));
  }

  /**
   * Parses a text for which no edit will follow.
   *
   * @throws ParseTimeoutException when its errors take too long
   */
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
   * @throws ParseTimeoutException when the new text's errors take too long
   */
  public SyntaxSnapshot edit(List<TextEdit> edits) {
    return edit(edits, () -> false);
  }

  /**
   * {@link #edit(List)}, unless the answer stops being wanted: then the next call parses what this one was told, too.
   *
   * @param outdated asked meanwhile
   * @throws CancellationException when it is outdated
   */
  public SyntaxSnapshot edit(List<TextEdit> edits, BooleanSupplier outdated) {
    List<SourceText> stages = new ArrayList<>(edits.size());
    SourceText stage = text;
    for (TextEdit edit : edits) {
      stage = stage.apply(List.of(edit));
      stages.add(stage);
    }
    for (int i = 0; i < edits.size(); i++) {
      tell(edits.get(i), stages.get(i));
    }
    return reparsed(outdated);
  }

  /**
   * {@link #edit(List, BooleanSupplier)} for one who knows the text that one edit leads to, which is not worked out again.
   *
   * @param after the text after the edit
   */
  public SyntaxSnapshot edit(TextEdit edit, SourceText after, BooleanSupplier outdated) {
    tell(edit, after);
    return reparsed(outdated);
  }

  private void tell(TextEdit edit, SourceText after) {
    parser.edit(base, edit, text, after);
    edited.add(edit);
    editedSinceSnapshot.add(edit);
    text = after;
  }

  @SuppressWarnings("ReferenceEquality")
  private SyntaxSnapshot reparsed(BooleanSupplier outdated) {
    if (snapshot.text() != text) {
      reparse(outdated);
    }
    return snapshot;
  }

  /**
   * How tree-sitter recovers from an error depends on what it reuses, and only a fresh parse makes findings a function of the text. But where one
   * place of a text without errors is broken, while a word is being typed, it comes to the same, at a tenth of the cost. (Of 28,800 random edits
   * none came to another tree; without the bound on errors, 9 of 3,600 of Rust did, each with five errors or more.)
   */
  private void reparse(BooleanSupplier outdated) {
    FlattenedTree parsed = parser.parse(text.string(), snapshot.size(), base, outdated);
    SyntaxSnapshot next = new SyntaxSnapshot(text, grammar, parsed.nodes(), words);
    if (!next.root().hasError()) {
      replaceBase(parsed, false);
    } else {
      parser.free(parsed);
      if (baseHasErrors || !edited.isOnePlace() || next.errorCount() > FEW_ERRORS) {
        replaceBase(parser.parse(text.string(), snapshot.size(), null, outdated), true);
        next = new SyntaxSnapshot(text, grammar, base.nodes(), words);
      }
    }
    next.takeTexts(snapshot, editedSinceSnapshot);
    editedSinceSnapshot = new EditedRegion();
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
