package dev.perfreview.heat;

/**
 * A pattern of one name: {@code *} stands for any characters, {@code ?} for one where the pattern's language has it. Matched by hand, for thousands of
 * them are asked of each file of a workspace, and regular expressions took a sixth of the time of the first review.
 */
final class NamePattern {

  private final String text;
  private final boolean fixed;

  /**
   * Takes a pattern as it is written.
   *
   * @param text may hold {@code *} and {@code ?}, all else stands for itself
   */
  NamePattern(String text) {
    this.text = text;
    this.fixed = text.indexOf('*') < 0 && text.indexOf('?') < 0;
  }

  /** Whether it takes one name only. */
  boolean isFixed() {
    return fixed;
  }

  /** Whether it takes the whole of a name. */
  boolean matches(String name) {
    return matches(name, 0, name.length());
  }

  /**
   * Whether it takes the whole of a part of a text.
   *
   * @param start where the part starts in the text, in UTF-16 units
   * @param end where it ends
   */
  boolean matches(String whole, int start, int end) {
    if (fixed) {
      return end - start == text.length() && whole.startsWith(text, start);
    }
    int at = start;
    int next = 0;
    // Where to go on when what follows the last star does not fit: that star takes one unit more.
    int afterStar = -1;
    int resume = start;
    while (at < end) {
      char wanted = next < text.length() ? text.charAt(next) : '\0';
      if (next < text.length() && wanted == '*') {
        next++;
        afterStar = next;
        resume = at;
      } else if (next < text.length() && (wanted == '?' || wanted == whole.charAt(at))) {
        next++;
        at++;
      } else if (afterStar >= 0) {
        resume++;
        at = resume;
        next = afterStar;
      } else {
        return false;
      }
    }
    while (next < text.length() && text.charAt(next) == '*') {
      next++;
    }
    return next == text.length();
  }
}
