package dev.perfreview.server.lsp.actions;

import dev.perfreview.syntax.SourceText;
import dev.perfreview.syntax.TextEdit;
import dev.perfreview.syntax.TextRange;
import java.util.ArrayList;
import java.util.List;

/**
 * The edits that turn one text into another and touch no line that both have, so that an editor keeps its marks and its cursor where
 * nothing changed. Myers' greedy algorithm ("An O(ND) Difference Algorithm and Its Variations", 1986) over lines; within a changed block
 * of lines the common start and end are left out.
 */
final class LineDiff {

  /** How many lines an edit script may insert and delete before its matches so far are taken for the best. */
  private static final int MOST_STEPS = 1000;

  private final SourceText before;
  private final SourceText after;
  private final List<String> beforeLines;
  private final List<String> afterLines;

  private LineDiff(SourceText before, SourceText after) {
    this.before = before;
    this.after = after;
    this.beforeLines = lines(before);
    this.afterLines = lines(after);
  }

  /** The edits, in the order of the text, all referring to {@code before}. */
  static List<TextEdit> between(SourceText before, SourceText after) {
    return new LineDiff(before, after).edits();
  }

  /** The lines with their line ends. */
  private static List<String> lines(SourceText text) {
    List<String> lines = new ArrayList<>(text.lineCount());
    for (int line = 0; line < text.lineCount(); line++) {
      lines.add(text.substring(new TextRange(text.lineStart(line), endOf(line, text))));
    }
    return lines;
  }

  /** The offset after a line and its line end. */
  private static int endOf(int line, SourceText text) {
    return line + 1 < text.lineCount() ? text.lineStart(line + 1) : text.length();
  }

  private static int startOf(int line, SourceText text) {
    return line < text.lineCount() ? text.lineStart(line) : text.length();
  }

  private List<TextEdit> edits() {
    List<TextEdit> edits = new ArrayList<>();
    int x = 0;
    int y = 0;
    for (Match match : matches()) {
      addBlock(x, match.before(), y, match.after(), edits);
      x = match.before() + 1;
      y = match.after() + 1;
    }
    addBlock(x, beforeLines.size(), y, afterLines.size(), edits);
    return edits;
  }

  /** A line that both texts have. */
  private record Match(int before, int after) {}

  /** The lines that both texts have in a short edit script, in their order. */
  private List<Match> matches() {
    List<Match> all = new ArrayList<>();
    Match reached = new Match(0, 0);
    while (reached.before() < beforeLines.size() || reached.after() < afterLines.size()) {
      reached = stretch(reached, all);
    }
    return all;
  }

  /**
   * Adds the matches of the shortest edit script from a place on. One of more than {@link #MOST_STEPS} is given up for where it came furthest, so
   * that memory and time do not grow with the square of the difference.
   *
   * @return the lines that come next
   */
  private Match stretch(Match from, List<Match> all) {
    int n = beforeLines.size() - from.before();
    int m = afterLines.size() - from.after();
    int steps = Math.min(n + m, MOST_STEPS);
    List<int[]> trace = new ArrayList<>();
    int[] furthest = new int[2 * steps + 3];
    int middle = steps + 1;
    for (int d = 0; d <= steps; d++) {
      // Only the diagonals from -d to d were reached, which keeps the trace as small as the difference.
      int[] reached = new int[2 * d + 3];
      System.arraycopy(furthest, middle - d - 1, reached, 0, reached.length);
      trace.add(reached);
      for (int k = -d; k <= d; k += 2) {
        boolean down = k == -d || (k != d && furthest[middle + k - 1] < furthest[middle + k + 1]);
        int x = down ? furthest[middle + k + 1] : furthest[middle + k - 1] + 1;
        while (x < n && x - k < m && lineBefore(from, x).equals(lineAfter(from, x - k))) {
          x++;
        }
        furthest[middle + k] = x;
        if (x >= n && x - k >= m) {
          return walkBack(trace, from, new Match(n, m), all);
        }
      }
    }
    return walkBack(trace, from, furthestOf(furthest, steps, n, m), all);
  }

  private String lineBefore(Match from, int x) {
    return beforeLines.get(from.before() + x);
  }

  private String lineAfter(Match from, int y) {
    return afterLines.get(from.after() + y);
  }

  /** The place within both texts that leaves the fewest lines. */
  private static Match furthestOf(int[] furthest, int steps, int n, int m) {
    Match best = new Match(0, 0);
    for (int k = -steps; k <= steps; k += 2) {
      int x = furthest[steps + 1 + k];
      int y = x - k;
      if (x <= n && y <= m && x + y > best.before() + best.after()) {
        best = new Match(x, y);
      }
    }
    return best;
  }

  /** Adds the matches on the way to a place, which counts from where the way began; answers it in lines of the texts. */
  private static Match walkBack(List<int[]> trace, Match from, Match to, List<Match> all) {
    List<Match> matches = new ArrayList<>();
    int x = to.before();
    int y = to.after();
    for (int d = trace.size() - 1; d >= 0; d--) {
      int[] reached = trace.get(d);
      int middle = d + 1;
      int k = x - y;
      boolean down = k == -d || (k != d && reached[middle + k - 1] < reached[middle + k + 1]);
      int previousX = d == 0 ? 0 : down ? reached[middle + k + 1] : reached[middle + k - 1];
      int previousY = d == 0 ? 0 : previousX - (down ? k + 1 : k - 1);
      while (x > previousX && y > previousY) {
        x--;
        y--;
        matches.add(new Match(from.before() + x, from.after() + y));
      }
      x = previousX;
      y = previousY;
    }
    all.addAll(matches.reversed());
    return new Match(from.before() + to.before(), from.after() + to.after());
  }

  private void addBlock(int fromBefore, int toBefore, int fromAfter, int toAfter, List<TextEdit> edits) {
    int start = startOf(fromBefore, before);
    int end = startOf(toBefore, before);
    int startAfter = startOf(fromAfter, after);
    int endAfter = startOf(toAfter, after);
    String old = before.string();
    String now = after.string();
    while (start < end && startAfter < endAfter && old.charAt(start) == now.charAt(startAfter)) {
      start++;
      startAfter++;
    }
    while (start < end && startAfter < endAfter && old.charAt(end - 1) == now.charAt(endAfter - 1)) {
      end--;
      endAfter--;
    }
    if (start < end || startAfter < endAfter) {
      edits.add(new TextEdit(new TextRange(start, end), now.substring(startAfter, endAfter)));
    }
  }
}
