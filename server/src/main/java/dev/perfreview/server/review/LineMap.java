package dev.perfreview.server.review;

import dev.perfreview.syntax.SourceText;
import dev.perfreview.syntax.TextRange;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.jspecify.annotations.Nullable;

/** Which lines of two versions of a file are the same, but for white space. Lines count from zero. */
public final class LineMap {

  private static final int NONE = -1;

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
    int lineBefore = 0;
    int lineAfter = 0;
    for (Edit edit : new HistogramDiff().diff(RawTextComparator.WS_IGNORE_ALL, rawOf(before), rawOf(after))) {
      map.same(lineBefore, lineAfter, edit.getBeginA() - lineBefore);
      map.changed.set(edit.getBeginB(), edit.getEndB());
      map.removed.set(edit.getBeginA(), edit.getEndA());
      lineBefore = edit.getEndA();
      lineAfter = edit.getEndB();
    }
    map.same(lineBefore, lineAfter, Math.min(before.lineCount() - lineBefore, after.lineCount() - lineAfter));
    return map;
  }

  /** The lines as {@link SourceText} counts them, whatever ends them. */
  private static RawText rawOf(SourceText text) {
    StringBuilder lines = new StringBuilder(text.length());
    for (int line = 0; line < text.lineCount(); line++) {
      lines.append(text.string(), text.lineStart(line), text.lineEnd(line)).append('\n');
    }
    return new RawText(lines.toString().getBytes(StandardCharsets.UTF_8));
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
