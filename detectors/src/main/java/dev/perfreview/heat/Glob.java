package dev.perfreview.heat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
   * @param anchored whether it takes whole paths only
   * @param names the patterns of its names from the left; nothing stands for {@code **}
   * @param literalNames the names in it without wildcards: a path that lacks one of them does not match
   * @param literal how many characters it fixes
   */
  private record Alternative(
    boolean anchored,
    List<Optional<NamePattern>> names,
    List<String> literalNames,
    int literal
  ) {
    /** Where in the path the deepest suffix that it takes starts, in UTF-16 units; negative when it takes none. */
    int deepestStart(String path, int[] starts) {
      int fixed = 0;
      for (Optional<NamePattern> name : names) {
        fixed += name.isPresent() ? 1 : 0;
      }
      int deepest = starts.length - Math.max(1, fixed);
      for (int start = anchored ? Math.min(0, deepest) : deepest; start >= 0; start--) {
        if (takes(0, path, start, starts)) {
          return starts[start];
        }
      }
      return -1;
    }

    /** Whether the names from one on take the names of the path from one on. */
    private boolean takes(int next, String path, int from, int[] starts) {
      if (next == names.size()) {
        return from == starts.length;
      }
      if (from == starts.length) {
        return false;
      }
      Optional<NamePattern> name = names.get(next);
      int end = from + 1 < starts.length ? starts[from + 1] - 1 : path.length();
      if (name.isPresent()) {
        return name.get().matches(path, starts[from], end) && takes(next + 1, path, from + 1, starts);
      }
      if (next == names.size() - 1) {
        return starts[from] < path.length();
      }
      return takes(next + 1, path, from, starts) || (end > starts[from] && takes(next, path, from + 1, starts));
    }
  }

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
    List<Optional<NamePattern>> patterns = new ArrayList<>();
    List<String> literalNames = new ArrayList<>();
    int literal = 0;
    for (String name : body.split("/", -1)) {
      if (name.isEmpty()) {
        throw new IllegalArgumentException("a name of the glob is empty; `folder/**` takes all files of a folder");
      }
      if (name.equals("**")) {
        patterns.add(Optional.empty());
        continue;
      }
      if (name.contains("**")) {
        throw new IllegalArgumentException("`**` must stand alone between two `/`");
      }
      NamePattern pattern = new NamePattern(name);
      patterns.add(Optional.of(pattern));
      if (pattern.isFixed()) {
        literalNames.add(name);
      }
      for (int i = 0; i < name.length(); i++) {
        literal += name.charAt(i) == '*' || name.charAt(i) == '?' ? 0 : 1;
      }
    }
    return new Alternative(anchored, List.copyOf(patterns), List.copyOf(literalNames), literal);
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
    int[] starts = startsOfNames(path);
    Fit closest = null;
    for (Alternative alternative : alternatives) {
      int start = alternative.deepestStart(path, starts);
      if (start >= 0) {
        Fit fit = new Fit(start, alternative.literal());
        closest = closest == null || fit.compareTo(closest) > 0 ? fit : closest;
      }
    }
    return closest;
  }

  private static int[] startsOfNames(String path) {
    int count = 1;
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      count++;
    }
    int[] starts = new int[count];
    for (int i = 1; i < count; i++) {
      starts[i] = path.indexOf('/', starts[i - 1]) + 1;
    }
    return starts;
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
