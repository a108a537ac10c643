package dev.perfreview.server.report;

import java.lang.Character.UnicodeBlock;
import java.lang.Character.UnicodeScript;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A line of source as a terminal shows it: tabs expanded, wide characters two columns wide, combining ones none, and control characters, which
 * could move the cursor or reorder the line, made visible.
 */
final class DisplayLine {

  /**
   * What a person sees as one character.
   *
   * @param shown what is printed
   * @param end where it ends in the line, in UTF-16 units
   * @param column where it starts on the terminal
   * @param width how many columns it takes
   */
  private record Cell(String shown, int end, int column, int width) {}

  private static final int TAB = 4;

  private static final Set<UnicodeScript> WIDE_SCRIPTS = Set.of(
    UnicodeScript.HAN,
    UnicodeScript.HIRAGANA,
    UnicodeScript.KATAKANA,
    UnicodeScript.HANGUL,
    UnicodeScript.BOPOMOFO,
    UnicodeScript.YI
  );

  private final List<Cell> cells;
  private final int width;

  private DisplayLine(List<Cell> cells, int width) {
    this.cells = cells;
    this.width = width;
  }

  /** Lays out a line without its line end. */
  static DisplayLine of(String line) {
    List<Cell> cells = new ArrayList<>(line.length());
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(line);
    int column = 0;
    int start = characters.first();
    for (int end = characters.next(); end != BreakIterator.DONE; start = end, end = characters.next()) {
      String cluster = line.substring(start, end);
      String shown = cluster.equals("\t") ? " ".repeat(TAB - (column % TAB)) : visible(cluster);
      int cellWidth = cluster.equals("\t") ? shown.length() : widthOf(shown);
      cells.add(new Cell(shown, end, column, cellWidth));
      column += cellWidth;
    }
    return new DisplayLine(cells, column);
  }

  /** The columns that the whole line takes. */
  int width() {
    return width;
  }

  /** The column of the character at a UTF-16 offset; after the last one the width of the line. */
  int columnOf(int offset) {
    for (Cell cell : cells) {
      if (offset < cell.end) {
        return cell.column;
      }
    }
    return width;
  }

  /** What stands between two columns; a wide character that one of them would cut is left out and its place kept. */
  String between(int from, int to) {
    StringBuilder shown = new StringBuilder();
    for (Cell cell : cells) {
      int end = cell.column + cell.width;
      if (cell.column >= from && end <= to) {
        shown.append(cell.shown);
      } else if (end > from && cell.column < to) {
        shown.append(" ".repeat(Math.min(end, to) - Math.max(cell.column, from)));
      }
    }
    return shown.toString();
  }

  /** A text with what could move the cursor or reorder the line written as its number. */
  static String visible(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints().forEach(point -> {
      if (isDangerous(point)) {
        shown.append(String.format(Locale.ROOT, "\\u{%x}", point));
      } else {
        shown.appendCodePoint(point);
      }
    });
    return shown.toString();
  }

  /** Control characters, and the marks that reorder text (those of CVE-2021-42574). */
  private static boolean isDangerous(int point) {
    return (
      Character.isISOControl(point) || (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069)
    );
  }

  private static int widthOf(String cluster) {
    if (cluster.startsWith("\\u{")) {
      return cluster.length();
    }
    int first = cluster.codePointAt(0);
    int type = Character.getType(first);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
      return 0;
    }
    // U+FE0F asks for the emoji, not the text, form of the character before it.
    return isWide(first) || cluster.indexOf('\uFE0F') >= 0 ? 2 : 1;
  }

  private static boolean isWide(int point) {
    if (point < 0x1100) {
      return false;
    }
    UnicodeBlock block = UnicodeBlock.of(point);
    if (UnicodeBlock.HALFWIDTH_AND_FULLWIDTH_FORMS.equals(block)) {
      return point <= 0xFF60 || (point >= 0xFFE0 && point <= 0xFFE6);
    }
    return (
      Character.isEmojiPresentation(point) ||
      UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION.equals(block) ||
      WIDE_SCRIPTS.contains(UnicodeScript.of(point))
    );
  }
}
