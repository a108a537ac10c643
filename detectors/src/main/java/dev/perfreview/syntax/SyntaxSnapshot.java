package dev.perfreview.syntax;

import org.jspecify.annotations.Nullable;

/**
 * The syntax of one version of a text: tree-sitter's concrete tree copied into flat arrays in pre-order. Immutable, holds no
 * native memory, and can be read from any thread.
 *
 * <p>A node is an index. The nodes below {@code i} are {@code i + 1} up to {@code subtreeEnd(i)}, so siblings are found without
 * an array of their own. {@link SyntaxNode} is the comfortable view.
 */
public final class SyntaxSnapshot {

  static final byte ERROR = 1;
  static final byte MISSING = 2;
  static final byte HAS_ERROR = 4;

  private final SourceText text;
  private final Grammar grammar;
  private final NodeArrays nodes;
  private final WordCache words;

  /** By node. Threads may write the same text at once: a string is whole for whoever sees it. */
  private final @Nullable String[] texts;

  SyntaxSnapshot(SourceText text, Grammar grammar, NodeArrays nodes, WordCache words) {
    this.text = text;
    this.grammar = grammar;
    this.nodes = nodes;
    this.words = words;
    this.texts = new String[nodes.size()];
  }

  /** The text that was parsed. */
  public SourceText text() {
    return text;
  }

  /** Its language. */
  public Language language() {
    return grammar.language();
  }

  /** The names of the grammar that parsed it. */
  public Grammar grammar() {
    return grammar;
  }

  /** The source text of a node; that of a short one is kept, for every rule that looks at calls asks for the names in them. */
  String textOf(int index) {
    String known = texts[index];
    if (known != null) {
      return known;
    }
    int start = start(index);
    int end = end(index);
    if (end - start > WordCache.LONGEST) {
      return text.string().substring(start, end);
    }
    String word = words.textOf(text, start, end);
    texts[index] = word;
    return word;
  }

  /**
   * Takes over the texts that were asked for in an earlier version: with each keystroke all are asked for again, and nearly all are the same.
   *
   * @param edited what was edited since
   */
  void takeTexts(SyntaxSnapshot before, EditedRegion edited) {
    int both = Math.min(size(), before.size());
    for (int index = 0; index < both && start(index) == before.start(index); index++) {
      if (end(index) < edited.start() && end(index) == before.end(index)) {
        texts[index] = before.texts[index];
      }
    }
    int grownNodes = size() - before.size();
    int grownUnits = text.length() - before.text.length();
    int first = Math.max(0, grownNodes);
    for (int index = size() - 1; index >= first; index--) {
      int earlier = index - grownNodes;
      if (start(index) <= edited.end() || start(index) != before.start(earlier) + grownUnits) {
        break;
      }
      if (end(index) == before.end(earlier) + grownUnits) {
        texts[index] = before.texts[earlier];
      }
    }
  }

  /** The node that spans the file. */
  public SyntaxNode root() {
    return new SyntaxNode(this, 0);
  }

  /** How many nodes there are. */
  public int size() {
    return nodes.size();
  }

  /** The node at a place in pre-order. */
  public SyntaxNode node(int index) {
    return new SyntaxNode(this, index);
  }

  /** The smallest node that spans the range. */
  public SyntaxNode nodeAt(TextRange range) {
    int found = 0;
    boolean descended = true;
    while (descended) {
      descended = false;
      for (int child = firstChild(found); child >= 0; child = nextSibling(child)) {
        if (start(child) <= range.start() && range.end() <= end(child)) {
          found = child;
          descended = true;
          break;
        }
      }
    }
    return new SyntaxNode(this, found);
  }

  /** The number that stands for the node's kind; {@link Grammar#kindName} has its name. */
  public int kind(int index) {
    return nodes.kind(index);
  }

  String kindName(int index) {
    return grammar.kindName(nodes.kind(index));
  }

  /** Whether the grammar names the node; punctuation and keywords are not named. */
  public boolean isNamed(int index) {
    return grammar.isNamed(nodes.kind(index));
  }

  boolean isError(int index) {
    return (nodes.flags(index) & ERROR) != 0;
  }

  boolean isMissing(int index) {
    return (nodes.flags(index) & MISSING) != 0;
  }

  boolean hasError(int index) {
    return (nodes.flags(index) & HAS_ERROR) != 0;
  }

  /** How many nodes are errors or missing. */
  int errorCount() {
    int count = 0;
    for (int index = 0; index < nodes.size(); index++) {
      count += (nodes.flags(index) & (ERROR | MISSING)) == 0 ? 0 : 1;
    }
    return count;
  }

  int start(int index) {
    return nodes.start(index);
  }

  int end(int index) {
    return nodes.end(index);
  }

  /** The place of the node around this one; -1 at the root. */
  public int parent(int index) {
    return nodes.parent(index);
  }

  int subtreeEnd(int index) {
    return nodes.subtreeEnd(index);
  }

  int firstChild(int index) {
    return nodes.subtreeEnd(index) > index + 1 ? index + 1 : -1;
  }

  int nextSibling(int index) {
    int parent = nodes.parent(index);
    int next = nodes.subtreeEnd(index);
    return parent >= 0 && next < nodes.subtreeEnd(parent) ? next : -1;
  }

  @Nullable
  String fieldName(int index) {
    return grammar.fieldName(nodes.field(index));
  }

  /** The first child that fills a field; -1 when none does. */
  int childInField(int index, String field) {
    int end = nodes.subtreeEnd(index);
    for (int child = index + 1; child < end; child = nodes.subtreeEnd(child)) {
      if (isSame(grammar.fieldName(nodes.field(child)), field)) {
        return child;
      }
    }
    // Only now by their letters: nearly everybody asks with a literal, and so with the very string that the grammar has.
    for (int child = index + 1; child < end; child = nodes.subtreeEnd(child)) {
      if (field.equals(grammar.fieldName(nodes.field(child)))) {
        return child;
      }
    }
    return -1;
  }

  @SuppressWarnings("ReferenceEquality")
  private static boolean isSame(@Nullable String one, String other) {
    return one == other;
  }
}
