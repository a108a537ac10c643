package dev.perfreview.python.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The placeholders of a {@code %} template.
 *
 * @param found each as it is written, {@code %%} left out
 */
record PercentPlaceholders(List<String> found) {
  private static final Pattern PLACEHOLDER = Pattern.compile(
    "%(?:%|(?:\\([^)]*\\))?[-+ #0]*[\\d*]*(?:\\.[\\d*]+)?[a-zA-Z]?)"
  );
  private static final Pattern SIMPLE = Pattern.compile("%[-+ #0]*\\d*(?:\\.\\d+)?[diouxXeEfFgGcrsa]");

  /** Reads the source text of a literal. */
  static PercentPlaceholders in(String template) {
    List<String> found = new ArrayList<>();
    Matcher matcher = PLACEHOLDER.matcher(template);
    while (matcher.find()) {
      if (!matcher.group().equals("%%")) {
        found.add(matcher.group());
      }
    }
    return new PercentPlaceholders(List.copyOf(found));
  }

  /** How many there are. */
  int count() {
    return found.size();
  }

  /** Whether each takes the next value and nothing else: no names, no {@code *} widths, nothing cut off. */
  boolean areSimple() {
    return found.stream().allMatch(placeholder -> SIMPLE.matcher(placeholder).matches());
  }

  /** Whether each is written in this way. */
  boolean areAll(String expected) {
    return found.stream().allMatch(expected::equals);
  }
}
