package dev.perfreview.server.review;

import dev.perfreview.syntax.SourceText;
import org.eclipse.jgit.diff.Sequence;
import org.eclipse.jgit.diff.SequenceComparator;

/** Some lines of a text as JGit compares them: as {@link SourceText} counts them, whatever ends them, and without a copy of the text. */
final class SourceLines extends Sequence {

  /** Takes lines for the same that differ in white space only. */
  static final SequenceComparator<SourceLines> WITHOUT_WHITE_SPACE = new SequenceComparator<>() {
    @Override
    public boolean equals(SourceLines one, int line, SourceLines other, int otherLine) {
      String text = one.text.string();
      String otherText = other.text.string();
      int end = one.end(line);
      int otherEnd = other.end(otherLine);
      int place = skip(text, one.start(line), end);
      int otherPlace = skip(otherText, other.start(otherLine), otherEnd);
      while (place < end && otherPlace < otherEnd) {
        if (text.charAt(place) != otherText.charAt(otherPlace)) {
          return false;
        }
        place = skip(text, place + 1, end);
        otherPlace = skip(otherText, otherPlace + 1, otherEnd);
      }
      return place == end && otherPlace == otherEnd;
    }

    @Override
    public int hash(SourceLines lines, int line) {
      String text = lines.text.string();
      int end = lines.end(line);
      int hash = 0;
      for (int place = skip(text, lines.start(line), end); place < end; place = skip(text, place + 1, end)) {
        hash = 31 * hash + text.charAt(place);
      }
      return hash;
    }

    private static int skip(String text, int place, int end) {
      int next = place;
      while (next < end && Character.isWhitespace(text.charAt(next))) {
        next++;
      }
      return next;
    }
  };

  private final SourceText text;
  private final int first;
  private final int size;

  /** The lines from {@code first} up to {@code end}, that one excluded. */
  SourceLines(SourceText text, int first, int end) {
    this.text = text;
    this.first = first;
    this.size = end - first;
  }

  @Override
  public int size() {
    return size;
  }

  private int start(int line) {
    return text.lineStart(first + line);
  }

  private int end(int line) {
    return text.lineEnd(first + line);
  }
}
