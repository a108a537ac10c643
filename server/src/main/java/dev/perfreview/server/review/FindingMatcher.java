package dev.perfreview.server.review;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which findings of the later version were there before. Not by their lines but by what they say: first those on lines that did not
 * change, then the same code in the same function, then anywhere in the file, then moved to another file, at last a statement that was
 * edited and still has what was found in it. Each finding is taken once.
 */
final class FindingMatcher {

  /** Two statements of which this part of the words is the same are one that was edited. */
  private static final double SAME_STATEMENT = 0.3;

  private static final String SEPARATOR = "\0";

  private final IdentityHashMap<LocatedFinding, LocatedFinding> beforeOf = new IdentityHashMap<>();
  private final Set<LocatedFinding> taken = Collections.newSetFromMap(new IdentityHashMap<>());

  private FindingMatcher() {}

  /**
   * Matches the findings of all files that a change touches.
   *
   * @return all findings of both versions, in the order of the files and of the text; those that are gone after those that are there
   */
  static List<FindingChange> match(List<FilePair> pairs) {
    FindingMatcher matcher = new FindingMatcher();
    for (FilePair pair : pairs) {
      matcher.takeUnchangedLines(pair);
      matcher.take(pair.before(), pair.after(), finding ->
        key(finding, finding.function(), finding.statement(), finding.code())
      );
      matcher.take(pair.before(), pair.after(), finding -> key(finding, finding.function(), finding.code()));
      matcher.take(pair.before(), pair.after(), finding -> key(finding, finding.statement(), finding.code()));
      matcher.take(pair.before(), pair.after(), finding -> key(finding, finding.code()));
    }
    List<LocatedFinding> before = pairs
      .stream()
      .flatMap(pair -> pair.before().stream())
      .toList();
    List<LocatedFinding> after = pairs
      .stream()
      .flatMap(pair -> pair.after().stream())
      .toList();
    matcher.take(before, after, finding -> key(finding, finding.statement(), finding.code()));
    matcher.take(before, after, finding -> key(finding, finding.simpleFunction(), finding.code()));
    pairs.forEach(matcher::takeEdited);
    return pairs
      .stream()
      .flatMap(pair -> matcher.changesOf(pair).stream())
      .toList();
  }

  private static String key(LocatedFinding finding, String... parts) {
    return finding.reported().rule().id() + SEPARATOR + String.join(SEPARATOR, parts);
  }

  private void takeUnchangedLines(FilePair pair) {
    for (LocatedFinding finding : pair.after()) {
      int line = pair.lines().beforeOf(finding.line());
      if (line >= 0) {
        for (LocatedFinding candidate : pair.before()) {
          if (
            candidate.line() == line &&
            key(candidate, candidate.code()).equals(key(finding, finding.code())) &&
            pairUp(candidate, finding)
          ) {
            break;
          }
        }
      }
    }
  }

  /** Pairs those of the same key up in their order. */
  private void take(List<LocatedFinding> before, List<LocatedFinding> after, Function<LocatedFinding, String> keyOf) {
    Map<String, Deque<LocatedFinding>> open = new HashMap<>();
    for (LocatedFinding finding : before) {
      if (!taken.contains(finding)) {
        open.computeIfAbsent(keyOf.apply(finding), key -> new ArrayDeque<>()).add(finding);
      }
    }
    for (LocatedFinding finding : after) {
      Deque<LocatedFinding> candidates = beforeOf.containsKey(finding) ? null : open.get(keyOf.apply(finding));
      if (candidates != null && !candidates.isEmpty()) {
        pairUp(candidates.poll(), finding);
      }
    }
  }

  private void takeEdited(FilePair pair) {
    for (LocatedFinding finding : pair.after()) {
      if (beforeOf.containsKey(finding)) {
        continue;
      }
      @Nullable
      LocatedFinding closest = null;
      double closeness = 0;
      for (LocatedFinding candidate : pair.before()) {
        if (
          !taken.contains(candidate) &&
          candidate.reported().rule().id().equals(finding.reported().rule().id()) &&
          candidate.function().equals(finding.function())
        ) {
          double similarity = similarity(candidate, finding);
          if (similarity > closeness) {
            closest = candidate;
            closeness = similarity;
          }
        }
      }
      if (closest != null && closeness >= SAME_STATEMENT) {
        pairUp(closest, finding);
      }
    }
  }

  /** Which part of the words of two statements is the same, from 0 to 1 (Jaccard's index). */
  private static double similarity(LocatedFinding one, LocatedFinding other) {
    Set<String> words = wordsOf(one);
    Set<String> all = new HashSet<>(words);
    Set<String> others = wordsOf(other);
    all.addAll(others);
    words.retainAll(others);
    return all.isEmpty() ? 0 : (double) words.size() / all.size();
  }

  private static Set<String> wordsOf(LocatedFinding finding) {
    Set<String> words = new HashSet<>(List.of(finding.statement().split("\\W+")));
    words.remove("");
    return words;
  }

  private boolean pairUp(LocatedFinding before, LocatedFinding after) {
    if (beforeOf.containsKey(after) || !taken.add(before)) {
      return false;
    }
    beforeOf.put(after, before);
    return true;
  }

  private List<FindingChange> changesOf(FilePair pair) {
    List<LocatedFinding> gone = pair
      .before()
      .stream()
      .filter(finding -> !taken.contains(finding))
      .toList();
    List<FindingChange> changes = new ArrayList<>();
    Questions questions = new Questions(pair.after().stream().filter(beforeOf::containsKey).toList(), gone);
    for (LocatedFinding finding : pair.after()) {
      LocatedFinding before = beforeOf.get(finding);
      if (before != null) {
        changes.add(FindingChange.kept(before, finding));
      } else if (!finding.reported().rule().changeOnly() || questions.areRaisedBy(finding)) {
        changes.add(FindingChange.brought(finding));
      }
    }
    gone.forEach(finding -> changes.add(FindingChange.ended(finding)));
    return changes;
  }

  /**
   * The findings of both versions of a file.
   *
   * @param before those of the earlier version
   * @param after those of the later one
   * @param lines which lines are the same
   */
  record FilePair(List<LocatedFinding> before, List<LocatedFinding> after, LineMap lines) {}
}
