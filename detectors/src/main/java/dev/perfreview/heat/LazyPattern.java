package dev.perfreview.heat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression that is compiled when it is first matched. The profiles have more than a thousand, a session asks for a few dozen, and compiling
 * them all was a tenth of the time to the first diagnostics.
 */
final class LazyPattern {

  private final String regex;
  private volatile @Nullable Pattern compiled;

  /** Takes an expression that is known to be well formed. */
  LazyPattern(String regex) {
    this.regex = regex;
  }

  /** A matcher of a text; {@code .} takes line ends too. */
  Matcher matcher(String text) {
    Pattern pattern = compiled;
    if (pattern == null) {
      pattern = Pattern.compile(regex, Pattern.DOTALL);
      compiled = pattern;
    }
    return pattern.matcher(text);
  }
}
