package dev.perfreview.syntax;

import java.util.List;
import java.util.Random;

/** Edits like those of a person and worse: words typed and deleted, lines moved, brackets and quotes broken off. */
public final class RandomEdits {

  private static final List<String> INSERTIONS = List.of(
    "x",
    " ",
    "\n",
    "\r\n",
    "\t",
    "(",
    ")",
    "{",
    "}",
    "\"",
    "'",
    "#",
    "//",
    "/*",
    "😀",
    "if x:\n    ",
    "let y = 1;\n",
    "await ",
    ".await",
    "self.queue.pop(0)",
    "    "
  );

  private final Random random;

  /** The same edits for the same seed and texts. */
  public RandomEdits(long seed) {
    random = new Random(seed);
  }

  /** One edit of a text: an insertion, a deletion, a replacement, or a piece of the text copied to elsewhere. */
  public TextEdit next(String text) {
    int start = boundary(text, random.nextInt(text.length() + 1));
    return switch (random.nextInt(4)) {
      case 0 -> TextEdit.insert(start, INSERTIONS.get(random.nextInt(INSERTIONS.size())));
      case 1 -> TextEdit.delete(start, end(text, start, 12));
      case 2 -> new TextEdit(
        new TextRange(start, end(text, start, 6)),
        INSERTIONS.get(random.nextInt(INSERTIONS.size()))
      );
      default -> {
        int from = boundary(text, random.nextInt(text.length() + 1));
        yield TextEdit.insert(start, text.substring(from, end(text, from, 40)));
      }
    };
  }

  /** Whether the next edit should be taken back: keeps the text near one that parses. */
  public boolean undo() {
    return random.nextInt(3) > 0;
  }

  /** The edit that takes another back. */
  public static TextEdit inverse(TextEdit edit, String before) {
    int start = edit.range().start();
    return new TextEdit(
      new TextRange(start, start + edit.replacement().length()),
      before.substring(start, edit.range().end())
    );
  }

  private int end(String text, int start, int length) {
    return boundary(text, Math.min(text.length(), start + random.nextInt(length)));
  }

  private static int boundary(String text, int offset) {
    boolean insidePair =
      offset > 0 &&
      offset < text.length() &&
      Character.isLowSurrogate(text.charAt(offset)) &&
      Character.isHighSurrogate(text.charAt(offset - 1));
    return insidePair ? offset + 1 : offset;
  }
}
