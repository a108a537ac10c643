package dev.perfreview.heat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A pattern of file paths, matched against the whole path and against each of its suffixes that start at a folder, so that
 * {@code srt/managers/scheduler.py} takes the file in a checkout, in a fork and in {@code site-packages}.
 *
 * <p>{@code *} stands for anything within one name, {@code ?} for one character, {@code **} for any number of folders, and
 * <code>{a,b}</code> for either. A leading {@code /} ties the pattern to the workspace folder: then it takes no suffixes.
 */
public final class Glob {

  private final String text;
  private final List<Alternative> alternatives;

  private Glob(String text, List<Alternative> alternatives) {
    this.text = text;
    this.alternatives = alternatives;
  }

  /**
   * One of the patterns that a glob's braces stand for.
   *
   * @param pattern matches a whole path; its group is what stands before the glob
   * @param literalNames the names in it without wildcards: a path that lacks one of them does not match
   * @param literal how many characters it fixes
   */
  private record Alternative(LazyPattern pattern, List<String> literalNames, int literal) {}

  /**
   * How closely a glob describes a path; the greater, the more closely.
   *
   * @param start where in the path the glob starts: {@code tests/**} starts deeper in {@code srt/cache/tests/a.py} than {@code srt/**}
   * @param literal how many characters the glob fixes
   */
  record Fit(int start, int literal) implements Comparable<Fit> {
    /** Worse than that of any glob: of an entry that names no paths. */
    static final Fit ANYWHERE = new Fit(-1, 0);

    @Override
    public int compareTo(Fit other) {
      int deeper = Integer.compare(start, other.start);
      return deeper != 0 ? deeper : Integer.compare(literal, other.literal);
    }
  }

  /**
   * Reads a glob.
   *
   * @throws IllegalArgumentException when it is empty, its braces do not close or {@code **} is only a part of a name; the message
   *     says what is wrong
   */
  public static Glob of(String text) {
    if (text.indexOf('\\') >= 0) {
      throw new IllegalArgumentException("the folders of a glob are separated by `/`");
    }
    return new Glob(text, expandBraces(text).stream().map(Glob::compile).toList());
  }

  private static List<String> expandBraces(String text) {
    int close = text.indexOf('}');
    int open = close < 0 ? text.indexOf('{') : text.lastIndexOf('{', close);
    if (open < 0 && close >= 0) {
      throw new IllegalArgumentException("a `}` of the glob has no `{`");
    }
    if (open >= 0 && close < 0) {
      throw new IllegalArgumentException("a `{` of the glob has no `}`");
    }
    if (open < 0) {
      return List.of(text);
    }
    List<String> expanded = new ArrayList<>();
    for (String choice : text.substring(open + 1, close).split(",", -1)) {
      expanded.addAll(expandBraces(text.substring(0, open) + choice + text.substring(close + 1)));
    }
    return expanded;
  }

  private static Alternative compile(String text) {
    boolean anchored = text.startsWith("/");
    String body = anchored ? text.substring(1) : text;
    if (body.isEmpty()) {
      throw new IllegalArgumentException("the glob is empty");
    }
    StringBuilder regex = new StringBuilder(anchored ? "()" : "((?:.*/)?)");
    List<String> literalNames = new ArrayList<>();
    int literal = 0;
    String[] names = body.split("/", -1);
    for (int i = 0; i < names.length; i++) {
      boolean last = i == names.length - 1;
      String name = names[i];
      if (name.isEmpty()) {
        throw new IllegalArgumentException("a name of the glob is empty; `folder/**` takes all files of a folder");
      }
      if (name.equals("**")) {
        regex.append(last ? ".+" : "(?:[^/]+/)*");
        continue;
      }
      if (name.contains("**")) {
        throw new IllegalArgumentException("`**` must stand alone between two `/`");
      }
      literal += appendName(name, regex);
      regex.append(last ? "" : "/");
      if (name.indexOf('*') < 0 && name.indexOf('?') < 0) {
        literalNames.add(name);
      }
    }
    return new Alternative(new LazyPattern(regex.toString()), List.copyOf(literalNames), literal);
  }

  private static int appendName(String name, StringBuilder regex) {
    int literal = 0;
    int start = 0;
    for (int end = 0; end <= name.length(); end++) {
      char unit = end < name.length() ? name.charAt(end) : '?';
      if (unit != '*' && unit != '?') {
        continue;
      }
      if (end > start) {
        regex.append(Pattern.quote(name.substring(start, end)));
        literal += end - start;
      }
      if (end < name.length()) {
        regex.append(unit == '*' ? "[^/]*" : "[^/]");
      }
      start = end + 1;
    }
    return literal;
  }

  /** Whether the path, or one of its suffixes, is of this pattern. */
  public boolean matches(String path) {
    return fit(path) != null;
  }

  /** Whether the path or a folder that it lies in is of this pattern: {@code vendor} takes all files below it. */
  public boolean matchesWithin(String path) {
    for (int end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
      if (matches(path.substring(0, end))) {
        return true;
      }
    }
    return false;
  }

  /** How closely it describes the path; nothing when it does not. */
  @Nullable
  Fit fit(String path) {
    Fit closest = null;
    for (Alternative alternative : alternatives) {
      Matcher matcher = alternative.pattern().matcher(path);
      if (matcher.matches()) {
        Fit fit = new Fit(matcher.end(1), alternative.literal());
        closest = closest == null || fit.compareTo(closest) > 0 ? fit : closest;
      }
    }
    return closest;
  }

  /**
   * Names one of which every path of this pattern has: the last fixed name of each alternative. Empty where an alternative fixes no
   * whole name.
   */
  List<String> telltaleNames() {
    if (alternatives.stream().anyMatch(alternative -> alternative.literalNames().isEmpty())) {
      return List.of();
    }
    return alternatives
      .stream()
      .map(alternative -> alternative.literalNames().getLast())
      .distinct()
      .toList();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Glob glob && glob.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** The glob as it was written. */
  @Override
  public String toString() {
    return text;
  }
}
