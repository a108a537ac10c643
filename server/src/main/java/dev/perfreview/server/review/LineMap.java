package dev.perfreview.server.review;

import dev.perfreview.syntax.SourceText;
import dev.perfreview.syntax.TextRange;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.HistogramDiff;
import org.jspecify.annotations.Nullable;

/** Which lines of two versions of a file are the same, but for white space. Lines count from zero. */
public final class LineMap {

  private static final int NONE = -1;

  /** How many characters are compared at once. */
  private static final int BLOCK = 1024;

  private final int[] beforeOf;
  private final BitSet changed;
  private final BitSet removed = new BitSet();

  private LineMap(int lines) {
    beforeOf = new int[lines];
    Arrays.fill(beforeOf, NONE);
    changed = new BitSet(lines);
  }

  /**
   * Compares two versions.
   *
   * @param before nothing when the file is new: then all its lines are
   */
  public static LineMap between(@Nullable SourceText before, SourceText after) {
    LineMap map = new LineMap(after.lineCount());
    if (before == null) {
      map.changed.set(0, after.lineCount());
      return map;
    }
    // Most texts differ in a few lines: what they share at both ends is found by its characters, which takes no copy.
    int start = sharedLinesAtStart(before, after);
    int end = sharedLinesAtEnd(before, after, start);
    int lineBefore = 0;
    int lineAfter = 0;
    List<Edit> edits = differences(before, after, start, end);
    for (int index = 0; index < edits.size(); index++) {
      Edit edit = edits.get(index);
      edit.shift(start);
      slideDown(edit, after, index + 1 < edits.size() ? edits.get(index + 1).getBeginB() + start : after.lineCount());
      map.same(lineBefore, lineAfter, edit.getBeginA() - lineBefore);
      map.changed.set(edit.getBeginB(), edit.getEndB());
      map.removed.set(edit.getBeginA(), edit.getEndA());
      lineBefore = edit.getEndA();
      lineAfter = edit.getEndB();
    }
    map.same(lineBefore, lineAfter, Math.min(before.lineCount() - lineBefore, after.lineCount() - lineAfter));
    return map;
  }

  /**
   * Moves lines that were added behind those that read the same, as git does: of two functions that are alike the second is new.
   *
   * @param limit the line that the added ones end before at the latest
   */
  private static void slideDown(Edit edit, SourceText after, int limit) {
    while (
      edit.getType() == Edit.Type.INSERT &&
      edit.getEndB() < limit &&
      after.line(edit.getBeginB()).equals(after.line(edit.getEndB()))
    ) {
      edit.shift(1);
    }
  }

  /** Differences of the lines between two shared ends; lines count from there. */
  private static List<Edit> differences(SourceText before, SourceText after, int start, int end) {
    int endBefore = before.lineCount() - end;
    int endAfter = after.lineCount() - end;
    if (start == endBefore || start == endAfter) {
      return start == endBefore && start == endAfter
        ? List.of()
        : List.of(new Edit(0, endBefore - start, 0, endAfter - start));
    }
    return new HistogramDiff().diff(
      SourceLines.WITHOUT_WHITE_SPACE,
      new SourceLines(before, start, endBefore),
      new SourceLines(after, start, endAfter)
    );
  }

  private static int sharedLinesAtStart(SourceText before, SourceText after) {
    int most = Math.min(before.length(), after.length());
    int shared = 0;
    while (shared + BLOCK <= most && before.string().regionMatches(shared, after.string(), shared, BLOCK)) {
      shared += BLOCK;
    }
    while (shared < most && before.string().charAt(shared) == after.string().charAt(shared)) {
      shared++;
    }
    return shared == before.length() && shared == after.length()
      ? after.lineCount()
      : Math.min(before.lineOf(shared), after.lineOf(shared));
  }

  private static int sharedLinesAtEnd(SourceText before, SourceText after, int start) {
    if (start == after.lineCount()) {
      return 0;
    }
    int most = Math.min(before.length() - before.lineStart(start), after.length() - after.lineStart(start));
    int shared = 0;
    while (
      shared + BLOCK <= most &&
      before
        .string()
        .regionMatches(before.length() - shared - BLOCK, after.string(), after.length() - shared - BLOCK, BLOCK)
    ) {
      shared += BLOCK;
    }
    while (
      shared < most &&
      before.string().charAt(before.length() - shared - 1) == after.string().charAt(after.length() - shared - 1)
    ) {
      shared++;
    }
    return Math.min(linesFrom(before.length() - shared, before), linesFrom(after.length() - shared, after));
  }

  /** How many lines start at an offset or behind it. */
  private static int linesFrom(int offset, SourceText text) {
    int line = text.lineOf(offset);
    return text.lineCount() - (text.lineStart(line) < offset ? line + 1 : line);
  }

  private void same(int lineBefore, int lineAfter, int count) {
    for (int line = 0; line < count; line++) {
      beforeOf[lineAfter + line] = lineBefore + line;
    }
  }

  /** The line of the earlier version that a line was; less than zero when it is new or changed. */
  public int beforeOf(int line) {
    return beforeOf[line];
  }

  /** Whether a line is new or changed. */
  public boolean isChanged(int line) {
    return changed.get(line);
  }

  /** Whether a span has a line that is new or changed. */
  public boolean isChanged(SourceText after, TextRange range) {
    int first = changed.nextSetBit(after.lineOf(range.start()));
    return first >= 0 && first <= after.lineOf(Math.max(range.start(), range.end() - 1));
  }

  /** The lines of the later version that are new or changed. */
  public IntStream changed() {
    return changed.stream();
  }

  /** The lines of the earlier version that are no more, or were changed. */
  public IntStream removed() {
    return removed.stream();
  }
}
