package dev.perfreview.analysis;

import dev.perfreview.analysis.Pragma.HeatDeclaration;
import dev.perfreview.analysis.Pragma.Ignore;
import dev.perfreview.analysis.Pragma.Malformed;
import dev.perfreview.analysis.Pragma.Meaning;
import dev.perfreview.heat.Heat;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxSnapshot;
import dev.perfreview.syntax.TextRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the pragmas of a file. It looks at the comments of the tree only, so that a string that quotes one means nothing, and not at
 * documentation comments. Prose that happens to start with {@code perf:} is left alone: only a keyword with brackets counts.
 */
final class PragmaReader {

  private static final String SIGN = "perf:";

  /** Where a pragma starts: at the comment's start, or after another comment on the same line ({@code # noqa  # perf: …}). */
  private static final Pattern PYTHON_START = Pattern.compile("(?:^|(?<=\\s))#\\s*perf:\\s*");

  private static final Pattern RUST_START = Pattern.compile("(?:^|(?<=\\s))//\\s*perf:\\s*");

  private static final Pattern KEYWORD = Pattern.compile("(ignore-file|ignore|hot|cold)(?![\\w-])\\s*(.?)");

  private static final Map<String, Heat> HEATS = Map.of(
    "request",
    Heat.REQUEST,
    "event",
    Heat.STEP,
    "step",
    Heat.STEP,
    "token",
    Heat.TOKEN
  );

  private final SyntaxSnapshot snapshot;
  private final String text;

  private PragmaReader(SyntaxSnapshot snapshot) {
    this.snapshot = snapshot;
    this.text = snapshot.text().string();
  }

  /** The pragmas of a file, in the order of the text. */
  static List<Pragma> read(SyntaxSnapshot snapshot) {
    // Most files have none, and a search in the text is cheaper than a walk over the tree.
    return snapshot.text().string().contains(SIGN) ? new PragmaReader(snapshot).readAll() : List.of();
  }

  private List<Pragma> readAll() {
    List<Pragma> pragmas = new ArrayList<>();
    for (LineComment comment : LineComment.in(snapshot)) {
      List<MatchResult> starts = startsIn(comment);
      for (int i = 0; i < starts.size(); i++) {
        MatchResult start = starts.get(i);
        int end = i + 1 < starts.size() ? starts.get(i + 1).start() : comment.range().end();
        Meaning meaning = meaningOf(start.end(), end);
        if (meaning != null) {
          TextRange range = new TextRange(start.start(), end);
          pragmas.add(new Pragma(range, comment.line(), comment.ownLine(), meaning));
        }
      }
    }
    return pragmas;
  }

  private List<MatchResult> startsIn(LineComment comment) {
    if (comment.isDocumentation(snapshot)) {
      return List.of();
    }
    Pattern pattern = snapshot.language() == Language.PYTHON ? PYTHON_START : RUST_START;
    return pattern.matcher(text).region(comment.range().start(), comment.range().end()).results().toList();
  }

  private @Nullable Meaning meaningOf(int start, int end) {
    Matcher keyword = KEYWORD.matcher(text).region(start, end);
    if (!keyword.lookingAt()) {
      return null;
    }
    String word = keyword.group(1);
    String next = keyword.group(2);
    int argument = keyword.end();
    if (word.equals("cold")) {
      return new HeatDeclaration(Heat.COLD, "");
    }
    boolean hot = word.equals("hot");
    String open = hot ? "(" : "[";
    if (next.isEmpty()) {
      return new Malformed(
        hot ? "`hot` must say how often: " + heats() : "`" + word + "` must name rules: `" + word + "[rule-id]`"
      );
    }
    if (!next.equals(open)) {
      return null;
    }
    int close = text.indexOf(hot ? ')' : ']', argument);
    if (close < 0 || close >= end) {
      return new Malformed("`" + word + open + "` is not closed on its line");
    }
    TextRange inside = new TextRange(argument, close);
    return hot ? heatOf(inside) : ignoreOf(word, inside);
  }

  private Meaning heatOf(TextRange inside) {
    String word = snapshot.text().substring(inside).strip();
    Heat heat = HEATS.get(word);
    return heat == null
      ? new Malformed("`hot(" + word + ")` is not known, only " + heats())
      : new HeatDeclaration(heat, word);
  }

  private Meaning ignoreOf(String word, TextRange inside) {
    List<String> ids = Arrays.stream(snapshot.text().substring(inside).split(",", -1)).map(String::strip).toList();
    return ids.contains("")
      ? new Malformed("`" + word + "[…]` must name rules, with commas between them")
      : new Ignore(ids, inside, word.equals("ignore-file"));
  }

  private static String heats() {
    return "`hot(request)`, `hot(event)`, `hot(step)` or `hot(token)`";
  }
}
