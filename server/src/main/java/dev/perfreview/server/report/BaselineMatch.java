package dev.perfreview.server.report;

import dev.perfreview.syntax.SourceText;
import dev.perfreview.syntax.TextRange;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Goes through the findings of a review with a baseline in hand: each line of it stands for as many findings as it says, first for those in
 * its own file, and what is left then for code that has moved to another. Thread-safe.
 */
public final class BaselineMatch {

  private final Path folder;
  private final Map<Baseline.Known, Integer> left;

  /**
   * Begins with all of a baseline.
   *
   * @param folder where its paths are told from
   */
  public BaselineMatch(Baseline baseline, Path folder) {
    this.folder = folder;
    this.left = new HashMap<>(baseline.counts());
  }

  /** Whether a finding of a file is known of this file; it is counted off then. */
  public synchronized boolean take(Path file, String rule, SourceText text, TextRange range) {
    return (
      !left.isEmpty() &&
      countOff(new Baseline.Known(Baseline.pathFrom(folder, file), rule, FindingCode.evened(text.substring(range))))
    );
  }

  /** Whether a finding that is not known of its file is known of another, from which nothing like it is left; to be asked after all of {@link #take}. */
  public synchronized boolean takeMoved(String rule, SourceText text, TextRange range) {
    String code = FindingCode.evened(text.substring(range));
    return left
      .keySet()
      .stream()
      .filter(known -> known.rule().equals(rule) && known.code().equals(code))
      .min(java.util.Comparator.comparing(Baseline.Known::path))
      .filter(this::countOff)
      .isPresent();
  }

  private boolean countOff(Baseline.Known known) {
    Integer count = left.get(known);
    if (count == null) {
      return false;
    }
    if (count > 1) {
      left.put(known, count - 1);
    } else {
      left.remove(known);
    }
    return true;
  }
}
