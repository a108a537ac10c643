package dev.perfreview.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a pattern of a {@link SyntaxQuery} matches. */
public final class QueryMatch {

  private final List<String> names;
  private final int[] captures;
  private final int[] starts;
  private final int[] ends;

  /**
   * A match.
   *
   * @param names the names of the query's captures, by their numbers
   * @param captures the numbers of those that took a node, one a node, in the order of the text
   * @param starts the first UTF-16 offset of each node
   * @param ends the UTF-16 offset after the last
   */
  QueryMatch(List<String> names, int[] captures, int[] starts, int[] ends) {
    this.names = names;
    this.captures = captures;
    this.starts = starts;
    this.ends = ends;
  }

  /** The nodes that a capture took, in the order of the text: none where it is in a part of the pattern that may be missing. */
  public List<TextRange> nodes(String capture) {
    int number = names.indexOf(capture);
    List<TextRange> found = new ArrayList<>();
    for (int place = 0; place < captures.length; place++) {
      if (captures[place] == number) {
        found.add(new TextRange(starts[place], ends[place]));
      }
    }
    return found;
  }

  /** From the first to the last node of a capture; nothing where it took none. */
  public @Nullable TextRange span(String capture) {
    List<TextRange> nodes = nodes(capture);
    return nodes.isEmpty() ? null : new TextRange(nodes.getFirst().start(), nodes.getLast().end());
  }

  /** The outermost node that a capture took: the first of the text, and of those that start there the longest. */
  public @Nullable TextRange outermost() {
    int best = -1;
    for (int place = 0; place < captures.length; place++) {
      boolean before = best < 0 || starts[place] < starts[best];
      if (before || (starts[place] == starts[best] && ends[place] > ends[best])) {
        best = place;
      }
    }
    return best < 0 ? null : new TextRange(starts[best], ends[best]);
  }
}
